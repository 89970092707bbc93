package fairway.drafts;

import fairway.forms.FormPage;
import fairway.forms.Item;
import fairway.forms.Kind;
import fairway.legal.LegalText;
import fairway.legal.LegalTexts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Signatures of interpreters and preparers: each is kept with the hash of its text and counts only for that text. */
@Component
class Declarations {
    private static final String HASH = "~text";
    private final LegalTexts legal;

    Declarations(LegalTexts legal) {
        this.legal = legal;
    }

    /** The text of a page that somebody else than the applicant signs. */
    Optional<LegalText> of(String form, FormPage page) {
        return signature(page).map(item -> legal.of(form, who(item)));
    }

    /** The words of such a page with the text that their signature stands under. */
    Words stamped(String form, FormPage page, Words words) {
        var signature = signature(page);
        if (signature.isEmpty() || words.at(signature.get().id()).isEmpty()) {
            return words;
        }
        var boxes = new HashMap<>(words.at(signature.get().id()));
        boxes.put(HASH, legal.of(form, who(signature.get())).sha256());
        return words.with(signature.get().id(), boxes);
    }

    /** The words of such a page that were typed and not signed: a signature stands on only while its name is untouched. */
    Words typed(FormPage page, Words words, Words before) {
        var signature = signature(page);
        if (signature.isEmpty()) {
            return words;
        }
        var id = signature.get().id();
        var signed = new HashMap<>(before.at(id));
        return signed.remove(HASH) != null && signed.equals(words.at(id)) ? words.with(id, before.at(id)) : words;
    }

    /** Whether a name was typed here that signs nothing, or nothing any more. */
    boolean unsigned(String form, FormPage page, Words words) {
        return signature(page)
                .filter(item -> !words.at(item.id()).isEmpty())
                .filter(item -> !standing(form, page, words).containsKey(item.id()))
                .isPresent();
    }

    /** What was typed, without a signature under a text that is another one by now. */
    Map<String, Map<String, String>> standing(String form, FormPage page, Words words) {
        var typed = new HashMap<String, Map<String, String>>(words.fields());
        signature(page).ifPresent(item -> {
            var now = legal.of(form, who(item)).sha256();
            if (!now.equals(words.at(item.id()).get(HASH))) {
                typed.remove(item.id());
            }
        });
        return typed;
    }

    /** Every such signature that counts. */
    List<Declaration> signed(Opened draft) {
        return draft.pages()
                .flatMap(view -> signature(view.page())
                        .filter(item -> draft.answers().items().containsKey(item.id()))
                        .map(item -> signed(draft, view.page(), item))
                        .stream())
                .toList();
    }

    private Declaration signed(Opened draft, FormPage page, Item signature) {
        var text = legal.of(draft.draft().form(), who(signature)).forAnswers(draft::word);
        var name = draft.typed(signature.id()).getOrDefault("name", "");
        return new Declaration(who(signature), name, draft.row(page.id(), 0).savedAt(), text);
    }

    private static Optional<Item> signature(FormPage page) {
        return Opened.othersSign(page)
                ? page.items().stream()
                        .filter(item -> item.type().kind() == Kind.SIGNATURE)
                        .findFirst()
                : Optional.empty();
    }

    private static String who(Item signature) {
        return signature.id().substring(0, signature.id().indexOf('.'));
    }
}
