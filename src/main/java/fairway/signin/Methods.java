package fairway.signin;

import fairway.identity.Account;
import fairway.identity.Accounts;
import fairway.identity.Phone;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ways to codes a person chooses, proves and drops while setting up. */
@Service
class Methods {
    private final Authenticators authenticators;
    private final Credentials credentials;
    private final Accounts accounts;
    private final Means means;
    private final Trace trace;

    Methods(Authenticators authenticators, Credentials credentials, Accounts accounts, Means means, Trace trace) {
        this.authenticators = authenticators;
        this.credentials = credentials;
        this.accounts = accounts;
        this.means = means;
        this.trace = trace;
    }

    @Component
    record Means(SecureRandom random, SigninSettings settings) {}

    List<Authenticator> confirmed(Account account) {
        return authenticators.confirmed(account);
    }

    /** Whether these, with those proven before, are enough to go on. */
    boolean enough(Account account, List<String> wanted) {
        return Stream.concat(
                        confirmed(account).stream().map(Authenticator::way),
                        Arrays.stream(Way.values()).filter(way -> wanted.contains(way.key())))
                .anyMatch(this::suffices);
    }

    /**
     * What is wanted now replaces what was wanted and never proven. What stays wanted stays as it is, so that a second click
     * does not kill the code that is on its way.
     */
    @Transactional
    public void choose(Account account, List<String> ways, Optional<Phone> phone) {
        accounts.safety().lock(account.id());
        for (var one : authenticators.of(account)) {
            var same = ways.contains(one.way().key()) && one.address().equals(address(account, one.way(), phone));
            if (!one.confirmed() && !same) {
                drop(account, one);
            }
        }
        for (var way : Way.values()) {
            if (ways.contains(way.key()) && authenticators.of(account).stream().noneMatch(one -> one.way() == way)) {
                add(account, way, phone);
            }
        }
    }

    @Transactional
    public void confirm(Account account, Authenticator way) {
        authenticators.confirm(way.id());
        if (way.way() == Way.TEXT) {
            accounts.textTo(account.id(), new Phone(way.address()));
            trace.mails().agreedToTexts(account, way.address());
        }
        trace.trail()
                .of(
                        account.id(),
                        account.staff(),
                        "signin.way.bound",
                        Map.of("way", way.way().name()));
    }

    void drop(Account account, Authenticator way) {
        authenticators.remove(account.id(), way.id());
    }

    /** On to the backup code, once at least one way is proven. */
    boolean finish(Account account) {
        return confirmed(account).stream().anyMatch(way -> suffices(way.way()))
                && credentials.advance(account.id(), Stage.METHODS);
    }

    /** Whether this way may be the only one. */
    boolean suffices(Way way) {
        return way != Way.EMAIL || means.settings().profile().emailSuffices();
    }

    CodePages.Key key(Account account, Authenticator app, String issuer) {
        var secret = authenticators.secret(account, app.id());
        var uri = Totp.uri(secret, "Fairway " + issuer, account.email());
        return new CodePages.Key(Totp.Picture.of(uri), Totp.typed(secret), uri);
    }

    private void add(Account account, Way way, Optional<Phone> phone) {
        var secret = way == Way.APP ? Totp.newSecret(means.random()) : new byte[0];
        if (way != Way.TEXT || phone.isPresent()) {
            authenticators.add(account, way, address(account, way, phone), secret);
        }
    }

    private static String address(Account account, Way way, Optional<Phone> phone) {
        return switch (way) {
            case TEXT -> phone.map(Phone::e164).orElse("");
            case APP -> "";
            case EMAIL -> account.email();
        };
    }
}
