package fairway.cases;

import fairway.documents.Document;
import fairway.documents.Documents;
import fairway.documents.Holder;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The files of an answer to a request for evidence. */
@Component
class AnswerFiles {
    private final Documents documents;

    AnswerFiles(Documents documents) {
        this.documents = documents;
    }

    static Holder holder(UUID request) {
        return new Holder(EvidenceRequest.HOLDER, request);
    }

    List<Document> of(UUID request) {
        return documents.of(holder(request));
    }

    boolean any(UUID request) {
        return !of(request).isEmpty();
    }

    /** Nothing comes or goes once the answer is sent or its day has passed. */
    void freeze(UUID request) {
        documents.freeze(holder(request));
    }
}
