-- Codes also prove who somebody is that lost the password; such a code opens nothing else.
alter table signin.challenge drop constraint challenge_purpose_check;
alter table signin.challenge add constraint challenge_purpose_check
    check (purpose in ('SETUP', 'SIGN_IN', 'STEP_UP', 'RECOVER'));
