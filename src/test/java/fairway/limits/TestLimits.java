package fairway.limits;

import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The limits as they are when nothing is set. */
final class TestLimits {
    private TestLimits() {}

    static LimitsSettings defaults() {
        return read(Map.of());
    }

    static LimitsSettings read(Map<String, String> set) {
        return new Binder(new MapConfigurationPropertySource(set)).bindOrCreate("fairway.limits", LimitsSettings.class);
    }

    /** The defaults but for passwords. */
    static LimitsSettings with(String password, String onKnownDevice) {
        var usual = defaults();
        return new LimitsSettings(
                usual.code(),
                usual.backupCode(),
                usual.answers(),
                Waits.valueOf(password),
                Waits.valueOf(onKnownDevice),
                usual.confirmationMails(),
                usual.recoveryMails(),
                usual.codes(),
                usual.codesToComeBack(),
                usual.codesToNewPhones(),
                usual.codesToNewPhonesFromOnePlace(),
                usual.texts(),
                usual.signInsFromOnePlace(),
                usual.signInsFromOneNetwork(),
                usual.signUpsFromOnePlace(),
                usual.statusesFromOnePlace(),
                usual.claimsOfOneFiling(),
                usual.claimsByOneAccount(),
                usual.accessLetters(),
                usual.accessLettersByOneAccount(),
                usual.mergesByOneAccount(),
                usual.mergeCodesByOneAccount(),
                usual.helpFromOnePlace(),
                usual.helpToOneAddress(),
                usual.supportLooks());
    }
}
