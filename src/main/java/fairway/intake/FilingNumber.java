package fairway.intake;

import fairway.cases.ReceiptNumber;
import fairway.identity.AccountNumber;
import java.util.Optional;

/** The number at the top of a letter: a receipt number or an account number, whose check digit finds typing errors. */
record FilingNumber(String value) {
    static Optional<FilingNumber> read(String typed) {
        return ReceiptNumber.read(typed)
                .map(ReceiptNumber::value)
                .or(() -> AccountNumber.read(typed).map(AccountNumber::value))
                .map(FilingNumber::new);
    }
}
