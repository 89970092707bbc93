package fairway.limits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits and lock-outs. Waits name the failures in a row after which one waits, and after which it is over; both kinds of
 * password together may not take more than 100. Codes to one number are counted apart by what whoever asks has shown, so that
 * strangers do not use up those of its owner; in a day it gets at most the sum of {@code codes}, {@code codesToComeBack} and
 * {@code codesToNewPhones}, besides codes that an agent of the help desk asks for.
 *
 * @param code wrong codes of one way to codes, whatever is sent again and whoever tries; the same number over all ways of one account closes them all
 * @param backupCode wrong backup codes of one account
 * @param answers wrong sets of reset answers of one account; wrong tries with one access code of a filing on paper
 * @param password wrong passwords for one address from browsers that its owner has not used, all together
 * @param passwordOnKnownDevice wrong passwords for one address from browsers that its owner has used
 * @param confirmationMails confirmation e-mails to one address
 * @param recoveryMails links for a lost password, or messages about a lost user name, to one address
 * @param codes codes sent to one address or number for whoever has given the password of an account it belongs to
 * @param codesToComeBack codes sent by text to one number for whoever has shown a link in the mailbox and no password
 * @param codesToNewPhones codes sent by text to one number for whoever sets it up, in a sign-up, in the settings or for news
 * @param codesToNewPhonesFromOnePlace the same asked for from one IPv4 address or one IPv6 /64, whatever the numbers
 * @param texts text messages of the whole installation
 * @param signInsFromOnePlace tries to sign in from one IPv4 address or one IPv6 /64
 * @param signInsFromOneNetwork tries to sign in from one IPv4 /24 or one IPv6 /48
 * @param signUpsFromOnePlace accounts asked for from one IPv4 address or one IPv6 /64
 * @param statusesFromOnePlace public case statuses asked for from one IPv4 address or one IPv6 /64, by the count of each node
 * @param claimsOfOneFiling tries to join one filing on paper with its access code, whoever makes them
 * @param claimsByOneAccount the same by one account, whatever filings they are about
 * @param accessLetters letters with a new access code for one filing on paper
 * @param accessLettersByOneAccount the same asked for by one account
 * @param mergesByOneAccount joinings of two accounts begun by one of them
 * @param mergeCodesByOneAccount codes of such joinings entered by one account
 * @param helpFromOnePlace requests for help from one IPv4 address or one IPv6 /64
 * @param helpToOneAddress requests for help to be answered to one address, messages of one account, messages in one request
 * @param supportLooks looks of one member of staff for and into accounts of people
 */
@ConfigurationProperties("fairway.limits")
record LimitsSettings(
        @DefaultValue("10: 20m; 20: 1h; 50: 24h; 100: off") Waits code,
        @DefaultValue("every 5: 15m; 100: off") Waits backupCode,
        @DefaultValue("every 5: 24h; 20: off") Waits answers,

        @DefaultValue("every 5: 20m doubling to 24h; 80: off")
        Waits password,

        @DefaultValue("10: 20m; 20: off") Waits passwordOnKnownDevice,
        @DefaultValue("60s apart; 5 in 1h; 20 in 24h") Pace confirmationMails,
        @DefaultValue("60s apart; 5 in 1h; 20 in 24h") Pace recoveryMails,
        @DefaultValue("60s apart; 5 in 15m; 15 in 24h") Pace codes,
        @DefaultValue("60s apart; 3 in 15m; 6 in 24h") Pace codesToComeBack,
        @DefaultValue("60s apart; 3 in 15m; 6 in 24h") Pace codesToNewPhones,
        @DefaultValue("20 in 1h; 60 in 24h") Pace codesToNewPhonesFromOnePlace,
        @DefaultValue("2000 in 1h") Pace texts,
        @DefaultValue("20 in 1m; 100 in 1h") Pace signInsFromOnePlace,
        @DefaultValue("60 in 1m; 600 in 1h") Pace signInsFromOneNetwork,
        @DefaultValue("30 in 1h; 300 in 24h") Pace signUpsFromOnePlace,
        @DefaultValue("10 in 1m; 60 in 1h") Pace statusesFromOnePlace,
        @DefaultValue("5 in 24h") Pace claimsOfOneFiling,
        @DefaultValue("20 in 24h") Pace claimsByOneAccount,
        @DefaultValue("2 in 24h") Pace accessLetters,
        @DefaultValue("5 in 24h") Pace accessLettersByOneAccount,
        @DefaultValue("5 in 24h") Pace mergesByOneAccount,
        @DefaultValue("5 in 1h; 10 in 24h") Pace mergeCodesByOneAccount,
        @DefaultValue("20 in 1h; 100 in 24h") Pace helpFromOnePlace,
        @DefaultValue("5 in 1h; 10 in 24h") Pace helpToOneAddress,
        @DefaultValue("30 in 1h; 150 in 24h") Pace supportLooks) {
    LimitsSettings {
        if (password.most() + passwordOnKnownDevice.most() > Waits.MOST) {
            throw new IllegalArgumentException("One password takes more than " + Waits.MOST + " failures in a row");
        }
    }

    Waits of(Patience patience) {
        return switch (patience) {
            case CODE -> code;
            case BACKUP_CODE -> backupCode;
            case ANSWERS -> answers;
            case PASSWORD -> password;
            case PASSWORD_ON_KNOWN_DEVICE -> passwordOnKnownDevice;
        };
    }

    Pace of(Rate rate) {
        return switch (rate) {
            case CONFIRMATION_MAILS -> confirmationMails;
            case RECOVERY_MAILS -> recoveryMails;
            case CODES -> codes;
            case CODES_TO_COME_BACK -> codesToComeBack;
            case CODES_TO_NEW_PHONES -> codesToNewPhones;
            case CODES_TO_NEW_PHONES_FROM_ONE_PLACE -> codesToNewPhonesFromOnePlace;
            case TEXTS -> texts;
            case SIGN_INS_FROM_ONE_PLACE -> signInsFromOnePlace;
            case SIGN_INS_FROM_ONE_NETWORK -> signInsFromOneNetwork;
            case SIGN_UPS_FROM_ONE_PLACE -> signUpsFromOnePlace;
            case STATUSES_FROM_ONE_PLACE -> statusesFromOnePlace;
            case CLAIMS_OF_ONE_FILING -> claimsOfOneFiling;
            case CLAIMS_BY_ONE_ACCOUNT -> claimsByOneAccount;
            case ACCESS_LETTERS -> accessLetters;
            case ACCESS_LETTERS_BY_ONE_ACCOUNT -> accessLettersByOneAccount;
            case MERGES_BY_ONE_ACCOUNT -> mergesByOneAccount;
            case MERGE_CODES_BY_ONE_ACCOUNT -> mergeCodesByOneAccount;
            case HELP_FROM_ONE_PLACE -> helpFromOnePlace;
            case HELP_TO_ONE_ADDRESS -> helpToOneAddress;
            case SUPPORT_LOOKS -> supportLooks;
        };
    }
}
