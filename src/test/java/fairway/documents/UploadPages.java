package fairway.documents;

import fairway.audit.Actor;
import fairway.documents.Opening.AskFirst;
import fairway.documents.Opening.Content;
import fairway.documents.Opening.Withheld;
import fairway.documents.UploadResult.Refused;
import fairway.ui.Page;
import gg.jte.html.HtmlTemplateOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A page that uses the slot as filing and cases do; it exists in tests only. */
@SuppressWarnings("NullAway") // the engine takes null where its interface does not say so
@Controller("documentsUploadPages")
class UploadPages {
    static final Actor ANA = Actor.person(UUID.fromString("00000000-0000-7000-8000-00000000000a"));

    private final Documents documents;

    UploadPages(Documents documents) {
        this.documents = documents;
    }

    @Configuration(value = "documentsUploadPagesSecurity", proxyBeanMethods = false)
    static class Security {
        @Bean
        @Order(-10)
        SecurityFilterChain documentsTestPages(HttpSecurity http) {
            return http.securityMatcher("/test/documents/**")
                    .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .headers(headers -> headers.disable())
                    .build();
        }
    }

    @GetMapping("/test/documents/{id}")
    ModelAndView show(Page page, @PathVariable UUID id) {
        return shown(page, id, List.of());
    }

    @PostMapping("/test/documents/{id}/files")
    ModelAndView upload(Page page, @PathVariable UUID id, HttpServletRequest request) {
        var problems = documents.receive(request, holder(id), "birth", ANA).stream()
                .filter(Refused.class::isInstance)
                .map(Refused.class::cast)
                .toList();
        return problems.isEmpty() ? page.redirect("/test/documents/" + id) : shown(page, id, problems);
    }

    @PostMapping("/test/documents/{id}/files/{file}")
    ModelAndView change(
            Page page,
            @PathVariable UUID id,
            @PathVariable UUID file,
            @RequestParam String act,
            @RequestParam(defaultValue = "") String value) {
        documents.change(holder(id), file, act, value, ANA);
        return page.redirect("/test/documents/" + id);
    }

    @GetMapping("/test/documents/{id}/files/{file}")
    @Nullable
    ModelAndView download(Page page, @PathVariable UUID id, @PathVariable UUID file, HttpServletResponse response)
            throws IOException {
        return switch (documents.open(holder(id), file, Reader.person(ANA))) {
            case Content content -> {
                documents.send(content, response);
                yield null;
            }
            case AskFirst ask -> page.redirect("/");
            case Withheld withheld -> page.redirect("/");
        };
    }

    private ModelAndView shown(Page page, UUID id, List<Refused> problems) {
        var slot = new FileSlot(
                "birth",
                "/test/documents/" + id,
                "Proof of your birth",
                "A copy of your birth certificate, both sides.",
                true,
                true,
                documents.of(holder(id)),
                problems);
        gg.jte.Content content = output -> JteslotGenerated.render((HtmlTemplateOutput) output, null, page, slot);
        return page.view("ui/layout", "title", "Evidence", "content", (gg.jte.Content) output -> {
            output.writeContent("<h1>Evidence</h1>");
            content.writeTo(output);
        });
    }

    private static Holder holder(UUID id) {
        return new Holder("draft", id);
    }
}
