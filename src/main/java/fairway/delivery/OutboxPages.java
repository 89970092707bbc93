package fairway.delivery;

import com.fasterxml.uuid.NoArgGenerator;
import fairway.ui.NotFound;
import fairway.ui.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.env.Environment;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The outbox of a demonstration: for those who sit at the machine, and for nobody else. */
@Controller
class OutboxPages {
    private static final int SHOWN = 100;
    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    private final Outbox outbox;
    private final AddressSettings address;
    private final Replies replies;
    private final NoArgGenerator ids;
    private final boolean demo;

    OutboxPages(Outbox outbox, AddressSettings address, Replies replies, NoArgGenerator ids, Environment environment) {
        this.outbox = outbox;
        this.address = address;
        this.replies = replies;
        this.ids = ids;
        this.demo = environment.getProperty("fairway.ui.demo", Boolean.class, false);
    }

    @GetMapping("/outbox")
    ModelAndView show(Page page, HttpServletRequest request, @RequestParam(defaultValue = "") String to) {
        if (!demo || !local(request)) {
            throw new NotFound();
        }
        var messages = outbox.latest(to.strip(), SHOWN);
        return page.view("delivery/outbox", "messages", messages, "to", to.strip(), "base", address.base());
    }

    @GetMapping("/outbox/{message}/pdf")
    ResponseEntity<byte[]> pdf(HttpServletRequest request, @PathVariable UUID message) {
        if (!demo || !local(request)) {
            throw new NotFound();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("letter.pdf")
                                .build()
                                .toString())
                .body(outbox.pdf(message).orElseThrow(NotFound::new));
    }

    /** Stands in for a telephone: answers a text message as its reader would. */
    @PostMapping("/outbox/replies")
    ModelAndView reply(Page page, HttpServletRequest request, @RequestParam String from, @RequestParam String reply) {
        if (!demo || !local(request)) {
            throw new NotFound();
        }
        replies.hear("outbox/" + ids.generate(), from, reply);
        return page.redirect("/outbox?to=" + from.replaceAll("[^0-9]", ""));
    }

    /** Not through a proxy, and not by a foreign site whose name was made to point here. */
    private static boolean local(HttpServletRequest request) {
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
                    && OWN_NAMES.contains(request.getServerName())
                    && request.getHeader("X-Forwarded-For") == null
                    && request.getHeader("Forwarded") == null;
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
