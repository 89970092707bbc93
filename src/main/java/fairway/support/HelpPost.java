package fairway.support;

import com.fasterxml.uuid.NoArgGenerator;
import fairway.delivery.Channel;
import fairway.delivery.Delivery;
import fairway.delivery.Message;
import fairway.delivery.Purpose;
import fairway.identity.Account;
import fairway.identity.Accounts;
import fairway.identity.Mailing;
import fairway.signin.Signin;
import fairway.support.HelpRequest.Kind;
import fairway.support.HelpRequest.Written;
import fairway.support.Proofs.Proof;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What goes out about requests for help: to the address they came from, and codes to where the account is reached. */
@Component
class HelpPost {
    static final String CODE = "support.code";

    private final Reached reached;
    private final Delivery delivery;
    private final NoArgGenerator ids;

    HelpPost(Reached reached, Delivery delivery, NoArgGenerator ids) {
        this.reached = reached;
        this.delivery = delivery;
        this.ids = ids;
    }

    /** Where an account is reached, for one kind of proof. */
    @Component
    static class Reached {
        private final Accounts accounts;
        private final Signin signin;
        private final Looks.Sources sources;

        Reached(Accounts accounts, Signin signin, Looks.Sources sources) {
            this.accounts = accounts;
            this.signin = signin;
            this.sources = sources;
        }

        List<String> of(UUID account, ProofKind kind) {
            return switch (kind) {
                case EMAIL ->
                    accounts.safety().addresses(account).stream()
                            .map(address -> address.value())
                            .filter(address -> !lost(account, address))
                            .toList();
                case TEXT -> signin.ways().phones(account);
                case LETTER ->
                    Optional.ofNullable(byPost(account).to()).stream()
                            .map(mailing -> envelope(account, mailing))
                            .toList();
                case DOCUMENT -> List.of();
            };
        }

        /** The address of somebody who wrote while signed in, unless they said that others may read it. */
        Optional<String> inside(@Nullable UUID account) {
            return Optional.ofNullable(account)
                    .flatMap(accounts::find)
                    .filter(found -> !found.email().isEmpty() && !lost(found.id(), found.email()))
                    .map(Account::email);
        }

        private boolean lost(UUID account, String address) {
            return signin.ways().lost(account, address);
        }

        ByPost byPost(UUID account) {
            return ByPost.of(
                    accounts.mailings(account),
                    sources.clock().instant(),
                    sources.settings().addressAge());
        }

        List<String> everywhere(UUID account) {
            return byPost(account).everywhere().stream()
                    .map(mailing -> envelope(account, mailing))
                    .toList();
        }

        private String envelope(UUID account, Mailing mailing) {
            var lines = new ArrayList<String>();
            accounts.find(account).map(Account::shownName).ifPresent(lines::add);
            lines.addAll(mailing.address().lines());
            return String.join("\n", lines);
        }
    }

    /** The number of the request and the link to it, to whoever asked. */
    void asked(HelpRequest request, String email, String link) {
        send(
                "asked/" + request.id(),
                new To(Channel.EMAIL, email, request.language(), null, Purpose.SECURITY),
                "support.asked",
                Map.of("number", request.number(), "link", link));
    }

    /** That there is something to read or do; never what. */
    void news(HelpRequest request, Written written) {
        tell(request, written, "support.news");
    }

    /** That it ended because nobody wrote any more. */
    void lapsed(HelpRequest request, Written written) {
        tell(request, written, "support.lapsed");
    }

    private void tell(HelpRequest request, Written written, String template) {
        var signedIn = request.kind() == Kind.MESSAGE;
        var whose = signedIn ? request.account() : null;
        var email = signedIn ? reached.inside(request.account()) : Optional.of(written.email());
        email.ifPresent(address -> send(
                "news/" + ids.generate(),
                new To(Channel.EMAIL, address, request.language(), whose, signedIn ? Purpose.CASE : Purpose.SECURITY),
                template,
                Map.of("number", request.number(), "link", written.link())));
    }

    /** How many it went to. */
    int code(Account account, Proof proof, String code) {
        var addresses = reached.of(account.id(), proof.kind());
        for (var address : addresses) {
            send(
                    "code/" + proof.id() + "/" + ids.generate(),
                    new To(channel(proof.kind()), address, account.language(), account.id(), Purpose.SECURITY),
                    CODE,
                    Map.of("code", code));
        }
        return addresses.size();
    }

    /** Where a code went to the only address there is, its owner hears of it by post as well. */
    void onlyAddress(Account account, Proof proof) {
        var only = reached.of(account.id(), ProofKind.EMAIL).size()
                        + reached.of(account.id(), ProofKind.TEXT).size()
                == 1;
        if (only && proof.kind().sort() == ProofKind.Sort.ADDRESS) {
            int each = 0;
            for (var address : reached.everywhere(account.id())) {
                send(
                        "only/" + proof.id() + "/" + each++,
                        new To(Channel.LETTER, address, account.language(), account.id(), Purpose.SECURITY),
                        "support.only",
                        Map.of("link", "/help"));
            }
        }
    }

    boolean reaches(UUID account, ProofKind kind) {
        return kind == ProofKind.DOCUMENT || !reached.of(account, kind).isEmpty();
    }

    /** Where a letter with a code may go now. */
    ByPost byPost(UUID account) {
        return reached.byPost(account);
    }

    private record To(
            Channel channel,
            String address,
            Locale language,
            @Nullable UUID account,
            Purpose purpose) {}

    private void send(String cause, To to, String template, Map<String, String> values) {
        delivery.send(new Message(
                "support." + cause,
                to.channel(),
                to.address(),
                to.language(),
                template,
                values,
                to.account(),
                to.purpose()));
    }

    private static Channel channel(ProofKind kind) {
        return switch (kind) {
            case TEXT -> Channel.TEXT;
            case LETTER -> Channel.LETTER;
            case EMAIL, DOCUMENT -> Channel.EMAIL;
        };
    }
}
