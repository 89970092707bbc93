package fairway.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Hands e-mail to a mail server. */
final class SmtpCarrier implements Carrier {
    private final JavaMailSenderImpl server = new JavaMailSenderImpl();
    private final String from;

    SmtpCarrier(DeliverySettings.Smtp settings, String from) {
        this.from = from;
        server.setHost(settings.host());
        server.setPort(settings.port());
        server.setDefaultEncoding(StandardCharsets.UTF_8.name());
        var properties = server.getJavaMailProperties();
        if (!settings.user().isEmpty()) {
            server.setUsername(settings.user());
            server.setPassword(settings.password());
            properties.setProperty("mail.smtp.auth", "true");
        }
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(settings.startTls()));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(settings.startTls()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        var patience = Long.toString(settings.patience().toMillis());
        properties.setProperty("mail.smtp.connectiontimeout", patience);
        properties.setProperty("mail.smtp.timeout", patience);
        properties.setProperty("mail.smtp.writetimeout", patience);
    }

    @Override
    public Outcome carry(Letter letter) {
        try {
            var message = server.createMimeMessage();
            var parts = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
            parts.setFrom(from);
            parts.setTo(letter.address());
            parts.setSubject(letter.subject());
            parts.setText(letter.body(), MailHtml.of(letter.language(), letter.subject(), letter.body()));
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("Content-Language", letter.language().getLanguage());
            message.setHeader("X-Fairway-Message", letter.id().toString());
            server.send(message);
            return new Outcome.Carried(Objects.requireNonNullElse(message.getMessageID(), ""));
        } catch (MailAuthenticationException e) {
            return new Outcome.Later(Reason.of(Reason.Code.MAIL_SIGN_IN_REFUSED));
        } catch (MailSendException e) {
            return refused(e);
        } catch (MailException e) {
            return new Outcome.Later(
                    Reason.of(Reason.Code.MAIL_FAULT, e.getClass().getSimpleName()));
        } catch (MessagingException e) {
            return new Outcome.Never(Reason.of(Reason.Code.MAIL_ADDRESS_UNUSABLE));
        }
    }

    /** Mail servers name the recipients that can never be reached; all else may pass. */
    private static Outcome refused(MailSendException failure) {
        for (var cause : failure.getMessageExceptions()) {
            if (cause instanceof SendFailedException sent
                    && sent.getInvalidAddresses() != null
                    && sent.getInvalidAddresses().length > 0) {
                return new Outcome.Never(Reason.of(Reason.Code.MAIL_ADDRESS_REFUSED));
            }
        }
        return new Outcome.Later(Reason.of(Reason.Code.MAIL_NOT_TAKEN));
    }
}
