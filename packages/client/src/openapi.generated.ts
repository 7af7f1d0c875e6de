/** The HTTP API as types; made from docs/openapi.json. */
export interface paths {
    "/api/v1/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the service answers, and from which policies */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demonstration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether enterprises and people are invented, and as whom one can sign in then */
        get: operations["getDemonstration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for an account: a code is mailed to the address */
        post: operations["beginSignUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-ups/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the account with the code of the mail, and sign in */
        post: operations["confirmSignUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who I am and what I may do; a visitor has no account */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change my name or language */
        patch: operations["changeMe"];
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change my password; other devices are signed out */
        put: operations["changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a code to set a new password */
        post: operations["beginPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password-resets/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a new password with the code of the mail; all devices are signed out */
        post: operations["finishPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with a password */
        post: operations["signIn"];
        /** Sign out here */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where I am signed in */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        /** Sign out everywhere */
        delete: operations["signOutEverywhere"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out one device */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/oidc/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Go to the OpenID provider to sign in */
        get: operations["startOidc"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/oidc/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the OpenID provider sends people back to */
        get: operations["endOidc"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My claims of enterprises */
        get: operations["listClaims"];
        put?: never;
        /** Claim an enterprise: by a code to its registered contact, or through an officer */
        post: operations["claimEnterprise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims/{id}/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the registered contact a new code */
        post: operations["sendClaimCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims/{id}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prove a claim with the code; the first one becomes the owner */
        post: operations["proveClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/office/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Claims within my reach that wait for an officer */
        get: operations["listOfficeClaims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/office/claims/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept a claim, or refuse it with a reason */
        post: operations["decideClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enterprises/{enterprise}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who acts for an enterprise */
        get: operations["listMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enterprises/{enterprise}/members/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give a member other rights; the last owner stays one */
        put: operations["changeMember"];
        post?: never;
        /** Take a membership back; the last owner stays */
        delete: operations["removeMember"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enterprises/{enterprise}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invitations of an enterprise that wait for an answer */
        get: operations["listEnterpriseInvitations"];
        put?: never;
        /** Invite somebody by mail to act for an enterprise */
        post: operations["invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enterprises/{enterprise}/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an invitation back */
        delete: operations["withdrawInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invitations to my address that wait for an answer */
        get: operations["listInvitations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept an invitation */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decline an invitation */
        post: operations["declineInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Posts and who holds them now or will */
        get: operations["listPosts"];
        put?: never;
        /** Make a post */
        post: operations["createPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a post that nobody ever held */
        delete: operations["deletePost"];
        options?: never;
        head?: never;
        /** Rename a post */
        patch: operations["changePost"];
        trace?: never;
    };
    "/api/v1/posts/{post}/holders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put somebody on a post, or beside its holder as a deputy for a time */
        post: operations["appoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/{post}/holders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Set the last day of somebody on a post */
        patch: operations["endAppointment"];
        trace?: never;
    };
    "/api/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All accounts */
        get: operations["listAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Close an account and end its sessions, or open it again */
        patch: operations["switchAccount"];
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was done in the whole service, the latest first: for administrators */
        get: operations["listAuditEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enterprises/{enterprise}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was done to an enterprise, and which officers looked into its file */
        get: operations["listEnterpriseAuditEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/measures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search and list measures
         * @description The whole list instead of a page with `Accept: text/csv` or `application/x-ndjson`, or with `format`.
         */
        get: operations["listMeasures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/measures/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a list of measures can be narrowed by, with counts */
        get: operations["countMeasures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** First and last days to apply */
        get: operations["showCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/measures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything about one measure */
        get: operations["getMeasure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instruments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The issued texts with the number of their measures */
        get: operations["listInstruments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instruments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One issued text with its provisions and measures */
        get: operations["getInstrument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enterprises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The enterprises that the caller acts for or reaches
         * @description The whole list instead of a page with `Accept: text/csv` or `application/x-ndjson`, or with `format`.
         */
        get: operations["listEnterprises"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enterprises/{enterprise}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One enterprise with its classes, growth and place on the ladders */
        get: operations["getEnterprise"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vocabulary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every fact that can be stated, with its type, question and codes */
        get: operations["getVocabulary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enterprises/{enterprise}/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The facts of a file: the value that counts, and what other sources say
         * @description The whole list instead of a page with `Accept: text/csv` or `application/x-ndjson`, or with `format`.
         */
        get: operations["listFacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enterprises/{enterprise}/facts/{fact}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything that was ever said of one fact
         * @description The whole list instead of a page with `Accept: text/csv` or `application/x-ndjson`, or with `format`.
         */
        get: operations["getFactHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enterprises/{enterprise}/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Declare or correct facts, all of them or none
         * @description A value of null takes the own word back. Every problem is named with its place.
         */
        post: operations["declareFacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enterprises/{enterprise}/statements/{statement}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the latest own statement on a fact back */
        post: operations["undoStatement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enterprises/{enterprise}/things": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Projects, contracts, loans and other things, and the kinds of which there are none */
        get: operations["listThings"];
        put?: never;
        /** Add a thing */
        post: operations["addThing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enterprises/{enterprise}/things/{thing}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a thing; its history stays */
        delete: operations["removeThing"];
        options?: never;
        head?: never;
        /** Give a thing another name */
        patch: operations["renameThing"];
        trace?: never;
    };
    "/api/v1/enterprises/{enterprise}/absent-things/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say that there are no things of a kind, or no longer say so */
        put: operations["stateAbsence"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enterprises/{enterprise}/awards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Benefits received before */
        get: operations["listPastAwards"];
        put?: never;
        /** Declare a benefit received before */
        post: operations["declarePastAward"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enterprises/{enterprise}/awards/{award}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take back a benefit that was declared */
        delete: operations["takePastAwardBack"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enterprises/{enterprise}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the file may be used for */
        get: operations["listConsents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enterprises/{enterprise}/consents/{purpose}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give or withdraw a consent */
        put: operations["changeConsent"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enterprises/{enterprise}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The whole file as YAML, JSON or CSV, in a form that can be read back */
        get: operations["exportEnterprise"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enterprises/{enterprise}/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a file in and see what it would change; nothing changes before it is confirmed */
        post: operations["makeDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enterprises/{enterprise}/drafts/{draft}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a draft would change now */
        get: operations["getDraft"];
        put?: never;
        post?: never;
        /** Throw a draft away */
        delete: operations["dropDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enterprises/{enterprise}/drafts/{draft}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Do what a draft would change, all or nothing */
        post: operations["confirmDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The batches that the caller has begun, the latest first
         * @description The whole list instead of a page with `Accept: text/csv` or `application/x-ndjson`, or with `format`.
         */
        get: operations["listImports"];
        put?: never;
        /**
         * Upload a CSV, Excel or Parquet file of facts to be checked
         * @description Columns are recognised by the ids or names of facts, yearly ones with a year (`enterprise.revenue@2024`, 营业收入 2024). Nothing is applied before it is confirmed.
         */
        post: operations["beginImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{import}/issues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is wrong with a batch: line, column, code and words
         * @description The whole list instead of a page with `Accept: text/csv` or `application/x-ndjson`, or with `format`.
         */
        get: operations["listImportIssues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{import}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One batch: how it stands, its columns and first rows */
        get: operations["getImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{import}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Apply a checked batch, all or nothing */
        post: operations["confirmImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{import}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a batch; nothing of it is kept */
        post: operations["cancelImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{import}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look a failed or refused batch through once more */
        post: operations["retryImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enterprises/{enterprise}/verdicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every measure answered for the enterprise, by outcome, with the total of what is met
         * @description The whole list instead of a page with `Accept: text/csv` or `application/x-ndjson`, or with `format`.
         */
        get: operations["listVerdicts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enterprises/{enterprise}/verdicts/{measure}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One measure for the enterprise with its whole reasoning */
        get: operations["explainVerdict"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enterprises/{enterprise}/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What to ask next, the most worthwhile first */
        get: operations["listQuestions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enterprises/{enterprise}/near-misses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Measures that fail by one value alone */
        get: operations["listNearMisses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enterprises/{enterprise}/ladders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The ladders of titles and growth with the gap to each rung */
        get: operations["listLadders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enterprises/{enterprise}/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What would be if some facts were others; nothing is kept */
        post: operations["showWhatIf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enterprises/{enterprise}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changed since the last visit, and which rule, fact or day made it change */
        get: operations["listChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enterprises/{enterprise}/visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note that the caller has seen how things stand */
        post: operations["noteVisit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enterprises/{enterprise}/home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What there is now, automatic first, by when, what to answer, and what changed */
        get: operations["getHome"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enterprises/{enterprise}/saved-measures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The measures that the enterprise has put aside
         * @description The whole list instead of a page with `Accept: text/csv` or `application/x-ndjson`, or with `format`.
         */
        get: operations["listSavedMeasures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enterprises/{enterprise}/saved-measures/{measure}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put a measure aside for everybody in the enterprise, with a note; follow it */
        put: operations["saveMeasure"];
        post?: never;
        /** No longer keep a measure */
        delete: operations["dropSavedMeasure"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enterprises/{enterprise}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Messages to the enterprise and to the caller, the latest first
         * @description The whole list instead of a page with `Accept: text/csv` or `application/x-ndjson`, or with `format`.
         */
        get: operations["listMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enterprises/{enterprise}/messages/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark messages as read; without ids all of them */
        post: operations["markMessagesRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        BilingualInput: {
            zh: string;
            en: string;
        };
        /** @enum {string} */
        LanguageInput: "zh" | "en";
        /** Format: date */
        DayInput: string;
        /** @enum {string} */
        ListFormatInput: "json" | "csv" | "ndjson";
        /** @enum {string} */
        MemberRoleInput: "owner" | "finance" | "consultant";
        /** @enum {string} */
        MemberScopeInput: "read" | "state-facts" | "apply" | "members";
        /** @enum {string} */
        DutyInput: "case-officer" | "policy-officer" | "specialist" | "supervisor" | "administrator";
        SignUpInput: {
            email: string;
            name: string;
            password: string;
            /** @default zh */
            language: components["schemas"]["LanguageInput"];
        };
        CodeSentInput: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            expiresAt: string;
        };
        CodeEntryInput: {
            code: string;
        };
        SignInInput: {
            email: string;
            password: string;
        };
        PasswordResetInput: {
            email: string;
        };
        PasswordResetEntryInput: {
            code: string;
            password: string;
        };
        PasswordChangeInput: {
            password: string;
            newPassword: string;
        };
        AccountChangeInput: {
            name?: string;
            language?: components["schemas"]["LanguageInput"];
        };
        AccountInput: {
            /** Format: uuid */
            id: string;
            email: string;
            name: string;
            language: components["schemas"]["LanguageInput"];
        };
        OwnMembershipInput: {
            /** Format: uuid */
            id: string;
            enterprise: {
                /** Format: uuid */
                id: string;
                uscc: string;
                name: string;
            };
            role: components["schemas"]["MemberRoleInput"];
            scopes: components["schemas"]["MemberScopeInput"][];
            validUntil: components["schemas"]["DayInput"] | null;
        };
        PostInput: {
            /** Format: uuid */
            id: string;
            agency: string;
            district: string | null;
            duty: components["schemas"]["DutyInput"];
            name: components["schemas"]["BilingualInput"];
        };
        AbilityRuleInput: {
            action: string;
            subject: string;
            conditions?: {
                [key: string]: string | null;
            };
            /** @enum {string} */
            reason: "membership" | "post";
        };
        MeInput: {
            account: components["schemas"]["AccountInput"] | null;
            memberships: components["schemas"]["OwnMembershipInput"][];
            posts: components["schemas"]["PostInput"][];
            rules: components["schemas"]["AbilityRuleInput"][];
            invitations: number;
            hasOidc: boolean;
        };
        SessionInput: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            openedAt: string;
            /** Format: date-time */
            lastSeenAt: string;
            address: string;
            agent: string;
            isThisOne: boolean;
        };
        SessionListInput: {
            entries: components["schemas"]["SessionInput"][];
        };
        NewClaimInput: {
            uscc: string;
            /** @enum {string} */
            proof: "contact-code" | "officer";
            /** @default  */
            note: string;
        };
        /** @enum {string} */
        ClaimStateInput: "waiting" | "accepted" | "refused" | "expired";
        ClaimInput: {
            /** Format: uuid */
            id: string;
            enterprise: {
                uscc: string;
                name: string;
            };
            /** @enum {string} */
            proof: "contact-code" | "officer";
            state: components["schemas"]["ClaimStateInput"];
            sentTo: string | null;
            expiresAt: string | null;
            reason: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        ClaimListInput: {
            entries: components["schemas"]["ClaimInput"][];
        };
        OfficeClaimInput: {
            /** Format: uuid */
            id: string;
            enterprise: {
                /** Format: uuid */
                id: string;
                uscc: string;
                name: string;
                district: string | null;
            };
            account: {
                /** Format: uuid */
                id: string;
                email: string;
                name: string;
            };
            note: string;
            hasOwner: boolean;
            /** Format: date-time */
            createdAt: string;
        };
        OfficeClaimPageInput: {
            entries: components["schemas"]["OfficeClaimInput"][];
            next: string | null;
            total: number;
        };
        ClaimDecisionInput: {
            /** @constant */
            decision: "accept";
        } | {
            /** @constant */
            decision: "refuse";
            reason: string;
        };
        MemberInput: {
            /** Format: uuid */
            id: string;
            account: {
                /** Format: uuid */
                id: string;
                email: string;
                name: string;
            };
            role: components["schemas"]["MemberRoleInput"];
            scopes: components["schemas"]["MemberScopeInput"][];
            validFrom: components["schemas"]["DayInput"];
            validUntil: components["schemas"]["DayInput"] | null;
            isOver: boolean;
        };
        MemberListInput: {
            entries: components["schemas"]["MemberInput"][];
        };
        MemberChangeInput: {
            role: components["schemas"]["MemberRoleInput"];
            scopes: components["schemas"]["MemberScopeInput"][];
            validUntil: components["schemas"]["DayInput"] | null;
        };
        NewInvitationInput: {
            role: components["schemas"]["MemberRoleInput"];
            scopes: components["schemas"]["MemberScopeInput"][];
            validUntil: components["schemas"]["DayInput"] | null;
            email: string;
        };
        InvitationInput: {
            /** Format: uuid */
            id: string;
            enterprise: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            email: string;
            role: components["schemas"]["MemberRoleInput"];
            scopes: components["schemas"]["MemberScopeInput"][];
            validUntil: components["schemas"]["DayInput"] | null;
            invitedBy: string;
            /** Format: date-time */
            expiresAt: string;
        };
        InvitationListInput: {
            entries: components["schemas"]["InvitationInput"][];
        };
        MadeInput: {
            /** Format: uuid */
            id: string;
        };
        NewPostInput: {
            agency: string;
            district: string | null;
            duty: components["schemas"]["DutyInput"];
            name: {
                zh: string;
                en: string;
            };
        };
        PostHolderInput: {
            /** Format: uuid */
            id: string;
            account: {
                /** Format: uuid */
                id: string;
                email: string;
                name: string;
            };
            /** @enum {string} */
            kind: "holder" | "deputy";
            since: components["schemas"]["DayInput"];
            until: components["schemas"]["DayInput"] | null;
        };
        HeldPostInput: {
            /** Format: uuid */
            id: string;
            agency: string;
            district: string | null;
            duty: components["schemas"]["DutyInput"];
            name: components["schemas"]["BilingualInput"];
            holders: components["schemas"]["PostHolderInput"][];
        };
        PostPageInput: {
            entries: components["schemas"]["HeldPostInput"][];
            next: string | null;
            total: number;
        };
        AppointmentInput: {
            email: string;
            /**
             * @default holder
             * @enum {string}
             */
            kind: "holder" | "deputy";
            since: components["schemas"]["DayInput"];
            /** @default null */
            until: components["schemas"]["DayInput"] | null;
        };
        AppointmentEndInput: {
            until: components["schemas"]["DayInput"];
        };
        PostChangeInput: {
            name: {
                zh: string;
                en: string;
            };
        };
        AdministeredAccountInput: {
            /** Format: uuid */
            id: string;
            email: string;
            name: string;
            language: components["schemas"]["LanguageInput"];
            isDisabled: boolean;
            /** Format: date-time */
            createdAt: string;
        };
        AccountPageInput: {
            entries: components["schemas"]["AdministeredAccountInput"][];
            next: string | null;
            total: number;
        };
        AccountSwitchInput: {
            isDisabled: boolean;
        };
        /** @enum {string} */
        AuditActionInput: "account.changed" | "account.disabled" | "account.enabled" | "account.linked" | "account.password-changed" | "account.signed-in" | "account.signed-out" | "account.signed-out-everywhere" | "award.declared" | "award.taken-back" | "claim.accepted" | "claim.made" | "claim.refused" | "consent.given" | "consent.withdrawn" | "draft.confirmed" | "draft.dropped" | "draft.made" | "enterprise.read" | "fact.declared" | "fact.undone" | "import.applied" | "import.begun" | "import.cancelled" | "import.confirmed" | "import.retried" | "measure.dropped" | "measure.saved" | "membership.changed" | "membership.invitation-accepted" | "membership.invitation-declined" | "membership.invitation-withdrawn" | "membership.invited" | "membership.revoked" | "post.appointed" | "post.created" | "post.ended" | "post.first-administrator" | "post.removed" | "post.renamed" | "thing.absence" | "thing.added" | "thing.removed" | "thing.renamed";
        AuditEventInput: {
            id: number;
            /** Format: date-time */
            at: string;
            account: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            action: components["schemas"]["AuditActionInput"];
            enterprise: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            subject: string | null;
            subjectName: components["schemas"]["BilingualInput"] | null;
            details: {
                [key: string]: unknown;
            };
        };
        AuditPageInput: {
            entries: components["schemas"]["AuditEventInput"][];
            next: string | null;
            total: number;
        };
        DemonstrationInput: {
            enterprises: number;
            madeOn: components["schemas"]["DayInput"];
            password: string;
            signIns: {
                email: string;
                role: components["schemas"]["BilingualInput"];
            }[];
        };
        DemonstrationAnswerInput: {
            demonstration: components["schemas"]["DemonstrationInput"] | null;
        };
        /** @enum {string} */
        MeasureStatusInput: "coming" | "open" | "closing" | "closed" | "unscheduled" | "not-yet-in-force" | "expired";
        /** @enum {string} */
        DeliveryInput: "apply" | "instant" | "automatic" | "service";
        /** @enum {string} */
        BenefitKindInput: "award" | "subsidy" | "interest-subsidy" | "voucher" | "relief" | "guarantee" | "loan" | "investment" | "claim" | "title" | "service";
        /** @enum {string} */
        SubjectInput: "enterprise" | "project" | "contract" | "loan" | "hire" | "product" | "exhibition" | "cluster";
        NamedInput: {
            id: string;
            name: components["schemas"]["BilingualInput"];
        };
        SnippetInput: {
            /** @enum {string} */
            field: "name" | "plain" | "further";
            /** @enum {string} */
            language: "zh" | "en";
            text: string;
            marks: {
                from: number;
                to: number;
            }[];
        };
        MeasureSummaryInput: {
            id: string;
            name: components["schemas"]["BilingualInput"];
            plain: components["schemas"]["BilingualInput"];
            instrument: components["schemas"]["NamedInput"];
            lead: components["schemas"]["NamedInput"];
            delivery: components["schemas"]["DeliveryInput"];
            kind: components["schemas"]["BenefitKindInput"] | null;
            about: components["schemas"]["SubjectInput"];
            status: components["schemas"]["MeasureStatusInput"];
            inForceFrom: components["schemas"]["DayInput"];
            opensOn: components["schemas"]["DayInput"] | null;
            closesOn: components["schemas"]["DayInput"] | null;
            daysLeft: number | null;
            mostFen: number | null;
            amount: components["schemas"]["BilingualInput"] | null;
            snippets: components["schemas"]["SnippetInput"][];
        };
        MeasurePageInput: {
            entries: components["schemas"]["MeasureSummaryInput"][];
            next: string | null;
            total: number;
            spelling: string | null;
            isLoose: boolean;
        };
        /** @enum {string} */
        MeasureOrderInput: "best" | "newest" | "deadline" | "amount";
        FacetValueInput: {
            id: string;
            name: components["schemas"]["BilingualInput"] | null;
            count: number;
        };
        MeasureFacetsInput: {
            total: number;
            status: components["schemas"]["FacetValueInput"][];
            delivery: components["schemas"]["FacetValueInput"][];
            kind: components["schemas"]["FacetValueInput"][];
            about: components["schemas"]["FacetValueInput"][];
            agency: components["schemas"]["FacetValueInput"][];
            instrument: components["schemas"]["FacetValueInput"][];
            district: components["schemas"]["FacetValueInput"][];
            industry: components["schemas"]["FacetValueInput"][];
            title: components["schemas"]["FacetValueInput"][];
            amountAtLeastFen: {
                fen: number;
                count: number;
            }[];
        };
        ProvisionPlaceInput: {
            id: string;
            title: components["schemas"]["BilingualInput"] | null;
        };
        ConditionLineInput: {
            depth: number;
            /** @enum {string} */
            kind: "leaf" | "all" | "any" | "except";
            says: components["schemas"]["BilingualInput"];
            provision: components["schemas"]["ProvisionPlaceInput"];
            comparison: components["schemas"]["BilingualInput"] | null;
            facts: {
                id: string;
                name: components["schemas"]["BilingualInput"];
                question: components["schemas"]["BilingualInput"];
            }[];
        };
        AmountRuleInput: {
            says: components["schemas"]["BilingualInput"];
            rate: string | null;
            base: components["schemas"]["BilingualInput"] | null;
            fixedFen: number | null;
            perUnitFen: number | null;
            floorFen: number | null;
            capFen: number | null;
            isDecidedByOfficer: boolean;
            isNotFound: boolean;
            mostFen: number | null;
            bands: {
                says: components["schemas"]["BilingualInput"];
                rate: string | null;
                base: components["schemas"]["BilingualInput"] | null;
                fixedFen: number | null;
                perUnitFen: number | null;
                floorFen: number | null;
                capFen: number | null;
                isDecidedByOfficer: boolean;
                isNotFound: boolean;
                when: components["schemas"]["BilingualInput"] | null;
            }[];
        };
        CallWindowInput: {
            id: string;
            opensOn: components["schemas"]["DayInput"];
            closesOn: components["schemas"]["DayInput"] | null;
            says: components["schemas"]["BilingualInput"] | null;
        };
        /** @enum {string} */
        AbsentPartInput: "amount" | "last-day" | "windows" | "conditions" | "door" | "hotline" | "supervision-phone";
        /** @enum {string} */
        SourceGradeInput: "primary" | "corroborated" | "secondary" | "weak";
        MeasureChangeInput: {
            /** @enum {string} */
            kind: "published" | "changed" | "withdrawn";
            on: components["schemas"]["DayInput"];
        };
        MeasureDetailInput: {
            id: string;
            name: components["schemas"]["BilingualInput"];
            plain: components["schemas"]["BilingualInput"];
            lead: components["schemas"]["NamedInput"];
            delivery: components["schemas"]["DeliveryInput"];
            kind: components["schemas"]["BenefitKindInput"] | null;
            about: components["schemas"]["SubjectInput"];
            status: components["schemas"]["MeasureStatusInput"];
            inForceFrom: components["schemas"]["DayInput"];
            opensOn: components["schemas"]["DayInput"] | null;
            closesOn: components["schemas"]["DayInput"] | null;
            daysLeft: number | null;
            mostFen: number | null;
            instrument: {
                id: string;
                name: components["schemas"]["BilingualInput"];
                number: string | null;
                issuedOn: components["schemas"]["DayInput"] | null;
                issuers: components["schemas"]["NamedInput"][];
                source: string;
            };
            provision: components["schemas"]["ProvisionPlaceInput"];
            grade: components["schemas"]["SourceGradeInput"];
            inForce: {
                from: components["schemas"]["DayInput"];
                to: components["schemas"]["DayInput"] | null;
                isEndKnown: boolean;
            };
            amount: components["schemas"]["AmountRuleInput"] | null;
            frequency: ("once" | "year" | "each") | null;
            grants: components["schemas"]["NamedInput"] | null;
            sharedBy: {
                payer: components["schemas"]["NamedInput"];
                share: string | null;
            }[];
            pool: {
                id: string;
                name: components["schemas"]["BilingualInput"];
                sizeFen: number | null;
            } | null;
            conditions: components["schemas"]["ConditionLineInput"][];
            calls: components["schemas"]["CallWindowInput"][];
            evidence: {
                id: string;
                name: components["schemas"]["BilingualInput"];
                /** @enum {string} */
                grade: "A" | "B" | "C" | "D";
                proves: components["schemas"]["NamedInput"][];
            }[];
            steps: components["schemas"]["BilingualInput"][];
            agencies: components["schemas"]["NamedInput"][];
            door: {
                name: components["schemas"]["BilingualInput"];
                url: string | null;
                phone: string | null;
            } | null;
            excludes: {
                says: components["schemas"]["BilingualInput"];
                provision: components["schemas"]["ProvisionPlaceInput"];
                measure: components["schemas"]["NamedInput"];
            }[];
            stacking: {
                says: components["schemas"]["BilingualInput"];
                provision: components["schemas"]["ProvisionPlaceInput"];
                id: string;
                atMost: number | null;
                capFen: number | null;
            }[];
            targets: {
                says: components["schemas"]["BilingualInput"];
                provision: components["schemas"]["ProvisionPlaceInput"];
                id: string;
                figure: components["schemas"]["BilingualInput"];
                by: components["schemas"]["DayInput"] | null;
                agency: components["schemas"]["NamedInput"];
            }[];
            gaps: components["schemas"]["BilingualInput"][];
            absent: components["schemas"]["AbsentPartInput"][];
            replaces: components["schemas"]["NamedInput"][];
            replacedBy: components["schemas"]["NamedInput"][];
            related: {
                /** @enum {string} */
                why: "same-instrument" | "alike";
                measure: components["schemas"]["MeasureSummaryInput"];
            }[];
            changes: components["schemas"]["MeasureChangeInput"][];
        };
        InstrumentSummaryInput: {
            id: string;
            name: components["schemas"]["BilingualInput"];
            number: string | null;
            issuedOn: components["schemas"]["DayInput"] | null;
            issuers: components["schemas"]["NamedInput"][];
            measures: number;
        };
        InstrumentListInput: {
            entries: components["schemas"]["InstrumentSummaryInput"][];
            total: number;
        };
        InstrumentDetailInput: {
            id: string;
            name: components["schemas"]["BilingualInput"];
            number: string | null;
            issuedOn: components["schemas"]["DayInput"] | null;
            issuers: components["schemas"]["NamedInput"][];
            measures: number;
            grade: components["schemas"]["SourceGradeInput"];
            source: string;
            provisions: {
                id: string;
                title: components["schemas"]["BilingualInput"] | null;
                measures: components["schemas"]["NamedInput"][];
            }[];
        };
        CalendarDayInput: {
            day: components["schemas"]["DayInput"];
            /** @enum {string} */
            kind: "opens" | "closes" | "begins" | "ends";
            call: string | null;
            says: components["schemas"]["BilingualInput"] | null;
            measure: components["schemas"]["MeasureSummaryInput"];
        };
        LadderDayInput: {
            day: components["schemas"]["DayInput"];
            /** @constant */
            kind: "yearly";
            says: components["schemas"]["BilingualInput"];
            provision: string;
            ladder: components["schemas"]["NamedInput"];
        };
        CalendarEntryInput: components["schemas"]["CalendarDayInput"] | components["schemas"]["LadderDayInput"];
        CalendarInput: {
            from: components["schemas"]["DayInput"];
            to: components["schemas"]["DayInput"];
            entries: components["schemas"]["CalendarEntryInput"][];
        };
        /** @enum {string} */
        GradeInput: "A" | "B" | "C" | "D";
        /** @enum {string} */
        ThingKindInput: "project" | "contract" | "loan" | "hire" | "product" | "exhibition" | "cluster";
        FactValueInput: boolean | string;
        /** @enum {string} */
        FactTypeInput: "money" | "rate" | "count" | "number" | "date" | "boolean" | "code";
        EnterpriseSummaryInput: {
            /** Format: uuid */
            id: string;
            uscc: string;
            name: string;
            district: components["schemas"]["NamedInput"] | null;
            industry: components["schemas"]["NamedInput"] | null;
            isSynthetic: boolean;
            isOwn: boolean;
        };
        EnterprisePageInput: {
            entries: components["schemas"]["EnterpriseSummaryInput"][];
            next: string | null;
            total: number;
        };
        DerivedFactInput: {
            fact: string;
            name: components["schemas"]["BilingualInput"];
            year: number | null;
            value: components["schemas"]["FactValueInput"] | null;
            text: components["schemas"]["BilingualInput"] | null;
            missing: {
                fact: string;
                year: number | null;
                name: components["schemas"]["BilingualInput"];
            }[];
        };
        LadderStandingInput: {
            ladder: components["schemas"]["NamedInput"];
            current: components["schemas"]["NamedInput"] | null;
            next: components["schemas"]["NamedInput"] | null;
        };
        EnterpriseInput: {
            /** Format: uuid */
            id: string;
            uscc: string;
            name: string;
            district: components["schemas"]["NamedInput"] | null;
            industry: components["schemas"]["NamedInput"] | null;
            isSynthetic: boolean;
            isOwn: boolean;
            scopes: components["schemas"]["MemberScopeInput"][] | null;
            contactEmail: string | null;
            contactPhone: string | null;
            derived: components["schemas"]["DerivedFactInput"][];
            ladders: components["schemas"]["LadderStandingInput"][];
            facts: number;
            conflicts: number;
            lastStatedAt: string | null;
        };
        StatementInput: {
            id: number;
            value: components["schemas"]["FactValueInput"] | null;
            text: components["schemas"]["BilingualInput"] | null;
            source: string;
            sourceName: components["schemas"]["BilingualInput"];
            grade: components["schemas"]["GradeInput"];
            statedBy: string | null;
            batch: string | null;
            /** Format: date-time */
            statedAt: string;
        };
        ThingNameInput: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["ThingKindInput"];
            name: string;
        };
        HeldFactInput: {
            fact: string;
            name: components["schemas"]["BilingualInput"];
            subject: components["schemas"]["SubjectInput"];
            type: components["schemas"]["FactTypeInput"];
            year: number | null;
            thing: components["schemas"]["ThingNameInput"] | null;
            current: components["schemas"]["StatementInput"];
            others: components["schemas"]["StatementInput"][];
            isInConflict: boolean;
            ownStatement: number | null;
        };
        HeldFactPageInput: {
            entries: components["schemas"]["HeldFactInput"][];
            next: string | null;
            total: number;
        };
        FactHistoryInput: {
            entries: components["schemas"]["StatementInput"][];
            next: string | null;
            total: number;
        };
        NewStatementInput: {
            fact: string;
            /** @default null */
            year: number | null;
            /** @default null */
            thing: string | null;
            value: (string | number | boolean) | null;
            /**
             * @default plain
             * @enum {string}
             */
            unit: "plain" | "fen";
        };
        DeclarationInput: {
            statements: components["schemas"]["NewStatementInput"][];
        };
        DeclaredFactsInput: {
            entries: components["schemas"]["HeldFactInput"][];
            statements: number[];
        };
        ThingInput: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["ThingKindInput"];
            name: string;
            facts: number;
            /** Format: date-time */
            createdAt: string;
        };
        ThingListInput: {
            entries: components["schemas"]["ThingInput"][];
            absent: components["schemas"]["ThingKindInput"][];
        };
        NewThingInput: {
            kind: components["schemas"]["ThingKindInput"];
            name: string;
        };
        ThingChangeInput: {
            name: string;
        };
        AbsenceInput: {
            isAbsent: boolean;
        };
        PastAwardInput: {
            /** Format: uuid */
            id: string;
            measure: string;
            name: components["schemas"]["BilingualInput"];
            grantedOn: components["schemas"]["DayInput"];
            amountFen: number | null;
            source: string;
            grade: components["schemas"]["GradeInput"];
        };
        PastAwardListInput: {
            entries: components["schemas"]["PastAwardInput"][];
        };
        NewPastAwardInput: {
            measure: string;
            grantedOn: components["schemas"]["DayInput"];
            /** @default null */
            amountFen: number | null;
        };
        /** @enum {string} */
        ConsentPurposeInput: "match" | "automatic" | "share-with-banks";
        ConsentInput: {
            purpose: components["schemas"]["ConsentPurposeInput"];
            isGiven: boolean;
            givenAt: string | null;
            givenBy: string | null;
        };
        ConsentListInput: {
            entries: components["schemas"]["ConsentInput"][];
        };
        ConsentChangeInput: {
            isGiven: boolean;
        };
        /** @enum {string} */
        FileFormatInput: "yaml" | "json" | "csv";
        NewDraftInput: {
            fileName: string;
            format: components["schemas"]["FileFormatInput"];
            text: string;
        };
        DraftChangeInput: {
            fact: string;
            name: components["schemas"]["BilingualInput"];
            year: number | null;
            thing: {
                kind: components["schemas"]["ThingKindInput"];
                name: string;
                isNew: boolean;
            } | null;
            from: components["schemas"]["BilingualInput"] | null;
            to: components["schemas"]["BilingualInput"];
        };
        DraftInput: {
            /** Format: uuid */
            id: string;
            fileName: string;
            /** Format: date-time */
            madeAt: string;
            /** @enum {string} */
            state: "waiting" | "confirmed" | "dropped";
            changes: components["schemas"]["DraftChangeInput"][];
            awards: {
                measure: string;
                name: components["schemas"]["BilingualInput"];
                grantedOn: components["schemas"]["DayInput"];
            }[];
            things: {
                kind: components["schemas"]["ThingKindInput"];
                name: string;
            }[];
            absent: components["schemas"]["ThingKindInput"][];
            warnings: {
                code: string;
                message: string;
            }[];
        };
        FactDefinitionInput: {
            id: string;
            subject: components["schemas"]["SubjectInput"];
            name: components["schemas"]["BilingualInput"];
            type: components["schemas"]["FactTypeInput"];
            unit: components["schemas"]["BilingualInput"] | null;
            /** @enum {string} */
            period: "point" | "year";
            codes: string | null;
            question: components["schemas"]["BilingualInput"];
            source: string;
            sourceName: components["schemas"]["BilingualInput"];
            grade: components["schemas"]["GradeInput"];
            isDerived: boolean;
            isJudgement: boolean;
        };
        VocabularyInput: {
            facts: components["schemas"]["FactDefinitionInput"][];
            codeLists: {
                id: string;
                name: components["schemas"]["BilingualInput"];
                codes: {
                    code: string;
                    name: components["schemas"]["BilingualInput"];
                    parent: string | null;
                }[];
            }[];
        };
        HealthInput: {
            /** @enum {string} */
            status: "ready";
            corpus: string;
            measures: number;
            /** Format: date */
            today: string;
        };
        /** @enum {string} */
        ImportStateInput: "checking" | "checked" | "applying" | "applied" | "refused" | "cancelled" | "failed";
        /** @enum {string} */
        ImportFormatInput: "csv" | "xlsx" | "parquet";
        ImportColumnInput: {
            name: string;
            /** @enum {string} */
            kind: "uscc" | "name" | "fact" | "unknown" | "ignored";
            fact: string | null;
            factName: components["schemas"]["BilingualInput"] | null;
            year: number | null;
        };
        ImportPreviewInput: {
            columns: components["schemas"]["ImportColumnInput"][];
            rows: string[][];
        };
        ImportBatchInput: {
            /** Format: uuid */
            id: string;
            fileName: string;
            format: components["schemas"]["ImportFormatInput"];
            bytes: number;
            source: string;
            sourceName: components["schemas"]["BilingualInput"];
            grade: components["schemas"]["GradeInput"];
            district: string | null;
            addsEnterprises: boolean;
            state: components["schemas"]["ImportStateInput"];
            rowsInAll: number | null;
            rowsDone: number;
            rowsBad: number;
            statementsMade: number | null;
            preview: components["schemas"]["ImportPreviewInput"] | null;
            begunBy: string | null;
            /** Format: date-time */
            begunAt: string;
            endedAt: string | null;
        };
        ImportPageInput: {
            entries: components["schemas"]["ImportBatchInput"][];
            next: string | null;
            total: number;
        };
        ImportIssueInput: {
            id: number;
            line: number | null;
            column: string | null;
            cell: string | null;
            code: string;
            message: components["schemas"]["BilingualInput"];
        };
        ImportIssuePageInput: {
            entries: components["schemas"]["ImportIssueInput"][];
            next: string | null;
            total: number;
        };
        ProblemIssueInput: {
            code: string;
            message: string;
            path?: string;
            line?: number;
            column?: number;
        };
        ProblemInput: {
            type: string;
            title: string;
            status: number;
            code: string;
            detail?: string;
            instance: string;
            issues?: components["schemas"]["ProblemIssueInput"][];
        };
        /** @enum {string} */
        OutcomeInput: "met" | "unmet" | "unknown" | "needs-review" | "not-in-force";
        FenRangeInput: {
            lowFen: number;
            highFen: number | null;
        };
        NeededFactInput: {
            fact: string;
            year: number | null;
            name: components["schemas"]["BilingualInput"];
            question: components["schemas"]["BilingualInput"];
            type: components["schemas"]["FactTypeInput"];
            codes: string | null;
        };
        VerdictThingInput: {
            id: string;
            name: string;
        };
        NeededChangeInput: {
            says: components["schemas"]["BilingualInput"];
            /** @enum {string} */
            to: "hold" | "cease";
            distance: components["schemas"]["BilingualInput"] | null;
            provision: string;
        };
        VerdictSummaryInput: {
            key: string;
            measure: components["schemas"]["MeasureSummaryInput"];
            thing: components["schemas"]["VerdictThingInput"] | null;
            outcome: components["schemas"]["OutcomeInput"];
            amount: components["schemas"]["FenRangeInput"] | null;
            amountText: components["schemas"]["BilingualInput"] | null;
            counted: components["schemas"]["FenRangeInput"] | null;
            leftOut: components["schemas"]["BilingualInput"][];
            handling: ("automatic" | "fast" | "manual") | null;
            isUsedUp: boolean;
            reasons: components["schemas"]["BilingualInput"][];
        };
        /** @enum {string} */
        VerdictPileInput: "met" | "open" | "unmet" | "held" | "services" | "without-text" | "without-thing" | "not-in-force";
        VerdictCountsInput: {
            met: number;
            open: number;
            unmet: number;
            held: number;
            services: number;
            "without-text": number;
            "without-thing": number;
            "not-in-force": number;
        };
        VerdictPageInput: {
            entries: components["schemas"]["VerdictSummaryInput"][];
            next: string | null;
            total: number;
            counts: components["schemas"]["VerdictCountsInput"];
            worth: components["schemas"]["FenRangeInput"];
            day: components["schemas"]["DayInput"];
        };
        NextQuestionInput: {
            asked: components["schemas"]["NeededFactInput"] | null;
            things: components["schemas"]["ThingKindInput"] | null;
            thing: components["schemas"]["VerdictThingInput"] | null;
            touches: number;
            decides: number;
            measures: components["schemas"]["NamedInput"][];
        };
        QuestionListInput: {
            entries: components["schemas"]["NextQuestionInput"][];
            total: number;
        };
        NearMissGroupInput: {
            about: {
                fact: string;
                year: number | null;
                name: components["schemas"]["BilingualInput"];
            } | null;
            measures: number;
            entries: {
                measure: components["schemas"]["NamedInput"];
                thing: components["schemas"]["VerdictThingInput"] | null;
                changes: components["schemas"]["NeededChangeInput"][];
            }[];
        };
        NearMissListInput: {
            entries: components["schemas"]["NearMissGroupInput"][];
            total: number;
        };
        UsedFactInput: {
            fact: string;
            year: number | null;
            name: components["schemas"]["BilingualInput"];
            value: components["schemas"]["FactValueInput"];
            text: components["schemas"]["BilingualInput"];
            source: string | null;
            grade: components["schemas"]["GradeInput"] | null;
        };
        TraceNodeInput: {
            /** @enum {string} */
            kind: "leaf" | "all" | "any" | "except";
            path: string;
            provision: string;
            says: components["schemas"]["BilingualInput"];
            /** @enum {string} */
            truth: "true" | "false" | "open";
            parts: components["schemas"]["TraceNodeInput"][];
            asks: components["schemas"]["BilingualInput"] | null;
            found: components["schemas"]["BilingualInput"] | null;
            distance: components["schemas"]["BilingualInput"] | null;
            uses: components["schemas"]["UsedFactInput"][];
            missing: components["schemas"]["NeededFactInput"][];
            waits: components["schemas"]["BilingualInput"][];
        };
        ExplanationInput: {
            verdict: components["schemas"]["VerdictSummaryInput"];
            trace: components["schemas"]["TraceNodeInput"] | null;
            changes: components["schemas"]["NeededChangeInput"][] | null;
            missing: components["schemas"]["NeededFactInput"][];
            evidence: {
                id: string;
                name: components["schemas"]["BilingualInput"];
                grade: components["schemas"]["GradeInput"];
                weak: components["schemas"]["UsedFactInput"][];
            }[];
            amountRule: components["schemas"]["BilingualInput"] | null;
            usedUpBy: {
                measure: components["schemas"]["NamedInput"];
                grantedOn: components["schemas"]["DayInput"];
                amountFen: number | null;
            }[];
        };
        RungInput: {
            id: string;
            name: components["schemas"]["BilingualInput"];
            isHeld: boolean | null;
            grantedOn: string | null;
            validUntil: string | null;
            verdicts: {
                measure: components["schemas"]["NamedInput"];
                outcome: components["schemas"]["OutcomeInput"];
                changes: components["schemas"]["NeededChangeInput"][] | null;
                missing: components["schemas"]["NeededFactInput"][];
            }[];
            score: {
                low: string;
                high: string;
                max: string;
            } | null;
        };
        LadderInput: {
            id: string;
            name: components["schemas"]["BilingualInput"];
            current: string | null;
            next: string | null;
            rungs: components["schemas"]["RungInput"][];
        };
        LadderListInput: {
            entries: components["schemas"]["LadderInput"][];
        };
        SuppositionInput: {
            statements: components["schemas"]["NewStatementInput"][];
            /** @default [] */
            things: {
                /** Format: uuid */
                id: string;
                kind: components["schemas"]["ThingKindInput"];
                name: string;
            }[];
        };
        VerdictDifferenceInput: {
            key: string;
            measure: components["schemas"]["NamedInput"];
            thing: components["schemas"]["VerdictThingInput"] | null;
            from: {
                /** @enum {string} */
                outcome: "met" | "open" | "unmet" | "none";
                amount: components["schemas"]["FenRangeInput"] | null;
            };
            to: {
                /** @enum {string} */
                outcome: "met" | "open" | "unmet" | "none";
                amount: components["schemas"]["FenRangeInput"] | null;
            };
        };
        WhatIfInput: {
            counts: components["schemas"]["VerdictCountsInput"];
            worth: components["schemas"]["FenRangeInput"];
            before: {
                counts: components["schemas"]["VerdictCountsInput"];
                worth: components["schemas"]["FenRangeInput"];
            };
            differences: components["schemas"]["VerdictDifferenceInput"][];
            derived: components["schemas"]["DerivedFactInput"][];
        };
        ChangeCauseInput: {
            /** @constant */
            kind: "fact";
            fact: string;
            year: number | null;
            name: components["schemas"]["BilingualInput"];
            from: components["schemas"]["BilingualInput"] | null;
            to: components["schemas"]["BilingualInput"] | null;
        } | {
            /** @constant */
            kind: "rule";
            /** @enum {string} */
            change: "published" | "changed" | "withdrawn";
            on: components["schemas"]["DayInput"];
        } | {
            /** @constant */
            kind: "date";
            from: components["schemas"]["DayInput"];
            to: components["schemas"]["DayInput"];
        } | {
            /** @constant */
            kind: "thing";
            name: string;
        };
        VerdictChangeInput: {
            key: string;
            measure: components["schemas"]["NamedInput"];
            thing: components["schemas"]["VerdictThingInput"] | null;
            from: {
                /** @enum {string} */
                outcome: "met" | "open" | "unmet" | "none";
                amount: components["schemas"]["FenRangeInput"] | null;
            };
            to: {
                /** @enum {string} */
                outcome: "met" | "open" | "unmet" | "none";
                amount: components["schemas"]["FenRangeInput"] | null;
            };
            causes: components["schemas"]["ChangeCauseInput"][];
        };
        ChangesSinceInput: {
            since: string | null;
            entries: components["schemas"]["VerdictChangeInput"][];
            worth: {
                from: components["schemas"]["FenRangeInput"] | null;
                to: components["schemas"]["FenRangeInput"];
            };
        };
        DeadlineInput: {
            measure: components["schemas"]["MeasureSummaryInput"];
            day: components["schemas"]["DayInput"];
            daysLeft: number;
            /** @enum {string} */
            kind: "closes" | "opens" | "title-ends";
            title: components["schemas"]["BilingualInput"] | null;
            isMet: boolean;
        };
        TitleEndInput: {
            title: string;
            name: components["schemas"]["BilingualInput"];
            validUntil: components["schemas"]["DayInput"];
            daysLeft: number;
        };
        HomeInput: {
            enterprise: components["schemas"]["EnterpriseSummaryInput"];
            day: components["schemas"]["DayInput"];
            counts: components["schemas"]["VerdictCountsInput"];
            worth: components["schemas"]["FenRangeInput"];
            automatic: {
                worth: components["schemas"]["FenRangeInput"];
                entries: components["schemas"]["VerdictSummaryInput"][];
            };
            apply: {
                worth: components["schemas"]["FenRangeInput"];
                entries: components["schemas"]["VerdictSummaryInput"][];
            };
            deadlines: {
                measure: components["schemas"]["MeasureSummaryInput"];
                day: components["schemas"]["DayInput"];
                daysLeft: number;
                /** @enum {string} */
                kind: "closes" | "opens" | "title-ends";
                isMet: boolean;
            }[];
            titles: components["schemas"]["TitleEndInput"][];
            questions: components["schemas"]["NextQuestionInput"][];
            ladders: components["schemas"]["LadderStandingInput"][];
            changes: {
                since: string | null;
                entries: components["schemas"]["VerdictChangeInput"][];
            };
            unread: number;
        };
        SavedMeasureInput: {
            measure: components["schemas"]["MeasureSummaryInput"];
            isFollowed: boolean;
            note: string;
            savedBy: string | null;
            /** Format: date-time */
            savedAt: string;
        };
        SavedMeasurePageInput: {
            entries: components["schemas"]["SavedMeasureInput"][];
            next: string | null;
            total: number;
        };
        SavedMeasureChangeInput: {
            /** @default false */
            isFollowed: boolean;
            /** @default  */
            note: string;
        };
        /** @enum {string} */
        MessageKindInput: "call-opens" | "call-opened" | "call-closes" | "measure-changed" | "measure-withdrawn" | "other";
        MessageInput: {
            id: number;
            kind: components["schemas"]["MessageKindInput"];
            title: components["schemas"]["BilingualInput"];
            body: components["schemas"]["BilingualInput"];
            measure: string | null;
            isForAll: boolean;
            /** Format: date-time */
            createdAt: string;
            readAt: string | null;
        };
        MessagePageInput: {
            entries: components["schemas"]["MessageInput"][];
            next: string | null;
            total: number;
        };
        ReadMarkInput: {
            ids?: number[];
        };
        MarkedReadInput: {
            marked: number;
        };
        Bilingual: {
            zh: string;
            en: string;
        };
        /** @enum {string} */
        Language: "zh" | "en";
        /** Format: date */
        Day: string;
        /** @enum {string} */
        ListFormat: "json" | "csv" | "ndjson";
        /** @enum {string} */
        MemberRole: "owner" | "finance" | "consultant";
        /** @enum {string} */
        MemberScope: "read" | "state-facts" | "apply" | "members";
        /** @enum {string} */
        Duty: "case-officer" | "policy-officer" | "specialist" | "supervisor" | "administrator";
        SignUp: {
            /** Format: email */
            email: string;
            name: string;
            password: string;
            /** @default zh */
            language: components["schemas"]["Language"];
        };
        CodeSent: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            expiresAt: string;
        };
        CodeEntry: {
            code: string;
        };
        SignIn: {
            /** Format: email */
            email: string;
            password: string;
        };
        PasswordReset: {
            /** Format: email */
            email: string;
        };
        PasswordResetEntry: {
            code: string;
            password: string;
        };
        PasswordChange: {
            password: string;
            newPassword: string;
        };
        AccountChange: {
            name?: string;
            language?: components["schemas"]["Language"];
        };
        Account: {
            /** Format: uuid */
            id: string;
            email: string;
            name: string;
            language: components["schemas"]["Language"];
        };
        OwnMembership: {
            /** Format: uuid */
            id: string;
            enterprise: {
                /** Format: uuid */
                id: string;
                uscc: string;
                name: string;
            };
            role: components["schemas"]["MemberRole"];
            scopes: components["schemas"]["MemberScope"][];
            validUntil: components["schemas"]["Day"] | null;
        };
        Post: {
            /** Format: uuid */
            id: string;
            agency: string;
            district: string | null;
            duty: components["schemas"]["Duty"];
            name: components["schemas"]["Bilingual"];
        };
        AbilityRule: {
            action: string;
            subject: string;
            conditions?: {
                [key: string]: string | null;
            };
            /** @enum {string} */
            reason: "membership" | "post";
        };
        Me: {
            account: components["schemas"]["Account"] | null;
            memberships: components["schemas"]["OwnMembership"][];
            posts: components["schemas"]["Post"][];
            rules: components["schemas"]["AbilityRule"][];
            invitations: number;
            hasOidc: boolean;
        };
        Session: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            openedAt: string;
            /** Format: date-time */
            lastSeenAt: string;
            address: string;
            agent: string;
            isThisOne: boolean;
        };
        SessionList: {
            entries: components["schemas"]["Session"][];
        };
        NewClaim: {
            uscc: string;
            /** @enum {string} */
            proof: "contact-code" | "officer";
            /** @default  */
            note: string;
        };
        /** @enum {string} */
        ClaimState: "waiting" | "accepted" | "refused" | "expired";
        Claim: {
            /** Format: uuid */
            id: string;
            enterprise: {
                uscc: string;
                name: string;
            };
            /** @enum {string} */
            proof: "contact-code" | "officer";
            state: components["schemas"]["ClaimState"];
            sentTo: string | null;
            expiresAt: string | null;
            reason: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        ClaimList: {
            entries: components["schemas"]["Claim"][];
        };
        OfficeClaim: {
            /** Format: uuid */
            id: string;
            enterprise: {
                /** Format: uuid */
                id: string;
                uscc: string;
                name: string;
                district: string | null;
            };
            account: {
                /** Format: uuid */
                id: string;
                email: string;
                name: string;
            };
            note: string;
            hasOwner: boolean;
            /** Format: date-time */
            createdAt: string;
        };
        OfficeClaimPage: {
            entries: components["schemas"]["OfficeClaim"][];
            next: string | null;
            total: number;
        };
        ClaimDecision: {
            /** @constant */
            decision: "accept";
        } | {
            /** @constant */
            decision: "refuse";
            reason: string;
        };
        Member: {
            /** Format: uuid */
            id: string;
            account: {
                /** Format: uuid */
                id: string;
                email: string;
                name: string;
            };
            role: components["schemas"]["MemberRole"];
            scopes: components["schemas"]["MemberScope"][];
            validFrom: components["schemas"]["Day"];
            validUntil: components["schemas"]["Day"] | null;
            isOver: boolean;
        };
        MemberList: {
            entries: components["schemas"]["Member"][];
        };
        MemberChange: {
            role: components["schemas"]["MemberRole"];
            scopes: components["schemas"]["MemberScope"][];
            validUntil: components["schemas"]["Day"] | null;
        };
        NewInvitation: {
            role: components["schemas"]["MemberRole"];
            scopes: components["schemas"]["MemberScope"][];
            validUntil: components["schemas"]["Day"] | null;
            /** Format: email */
            email: string;
        };
        Invitation: {
            /** Format: uuid */
            id: string;
            enterprise: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            email: string;
            role: components["schemas"]["MemberRole"];
            scopes: components["schemas"]["MemberScope"][];
            validUntil: components["schemas"]["Day"] | null;
            invitedBy: string;
            /** Format: date-time */
            expiresAt: string;
        };
        InvitationList: {
            entries: components["schemas"]["Invitation"][];
        };
        Made: {
            /** Format: uuid */
            id: string;
        };
        NewPost: {
            agency: string;
            district: string | null;
            duty: components["schemas"]["Duty"];
            name: {
                zh: string;
                en: string;
            };
        };
        PostHolder: {
            /** Format: uuid */
            id: string;
            account: {
                /** Format: uuid */
                id: string;
                email: string;
                name: string;
            };
            /** @enum {string} */
            kind: "holder" | "deputy";
            since: components["schemas"]["Day"];
            until: components["schemas"]["Day"] | null;
        };
        HeldPost: {
            /** Format: uuid */
            id: string;
            agency: string;
            district: string | null;
            duty: components["schemas"]["Duty"];
            name: components["schemas"]["Bilingual"];
            holders: components["schemas"]["PostHolder"][];
        };
        PostPage: {
            entries: components["schemas"]["HeldPost"][];
            next: string | null;
            total: number;
        };
        Appointment: {
            /** Format: email */
            email: string;
            /**
             * @default holder
             * @enum {string}
             */
            kind: "holder" | "deputy";
            since: components["schemas"]["Day"];
            /** @default null */
            until: components["schemas"]["Day"] | null;
        };
        AppointmentEnd: {
            until: components["schemas"]["Day"];
        };
        PostChange: {
            name: {
                zh: string;
                en: string;
            };
        };
        AdministeredAccount: {
            /** Format: uuid */
            id: string;
            email: string;
            name: string;
            language: components["schemas"]["Language"];
            isDisabled: boolean;
            /** Format: date-time */
            createdAt: string;
        };
        AccountPage: {
            entries: components["schemas"]["AdministeredAccount"][];
            next: string | null;
            total: number;
        };
        AccountSwitch: {
            isDisabled: boolean;
        };
        /** @enum {string} */
        AuditAction: "account.changed" | "account.disabled" | "account.enabled" | "account.linked" | "account.password-changed" | "account.signed-in" | "account.signed-out" | "account.signed-out-everywhere" | "award.declared" | "award.taken-back" | "claim.accepted" | "claim.made" | "claim.refused" | "consent.given" | "consent.withdrawn" | "draft.confirmed" | "draft.dropped" | "draft.made" | "enterprise.read" | "fact.declared" | "fact.undone" | "import.applied" | "import.begun" | "import.cancelled" | "import.confirmed" | "import.retried" | "measure.dropped" | "measure.saved" | "membership.changed" | "membership.invitation-accepted" | "membership.invitation-declined" | "membership.invitation-withdrawn" | "membership.invited" | "membership.revoked" | "post.appointed" | "post.created" | "post.ended" | "post.first-administrator" | "post.removed" | "post.renamed" | "thing.absence" | "thing.added" | "thing.removed" | "thing.renamed";
        AuditEvent: {
            id: number;
            /** Format: date-time */
            at: string;
            account: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            action: components["schemas"]["AuditAction"];
            enterprise: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            subject: string | null;
            subjectName: components["schemas"]["Bilingual"] | null;
            details: {
                [key: string]: unknown;
            };
        };
        AuditPage: {
            entries: components["schemas"]["AuditEvent"][];
            next: string | null;
            total: number;
        };
        Demonstration: {
            enterprises: number;
            madeOn: components["schemas"]["Day"];
            password: string;
            signIns: {
                email: string;
                role: components["schemas"]["Bilingual"];
            }[];
        };
        DemonstrationAnswer: {
            demonstration: components["schemas"]["Demonstration"] | null;
        };
        /** @enum {string} */
        MeasureStatus: "coming" | "open" | "closing" | "closed" | "unscheduled" | "not-yet-in-force" | "expired";
        /** @enum {string} */
        Delivery: "apply" | "instant" | "automatic" | "service";
        /** @enum {string} */
        BenefitKind: "award" | "subsidy" | "interest-subsidy" | "voucher" | "relief" | "guarantee" | "loan" | "investment" | "claim" | "title" | "service";
        /** @enum {string} */
        Subject: "enterprise" | "project" | "contract" | "loan" | "hire" | "product" | "exhibition" | "cluster";
        Named: {
            id: string;
            name: components["schemas"]["Bilingual"];
        };
        Snippet: {
            /** @enum {string} */
            field: "name" | "plain" | "further";
            /** @enum {string} */
            language: "zh" | "en";
            text: string;
            marks: {
                from: number;
                to: number;
            }[];
        };
        MeasureSummary: {
            id: string;
            name: components["schemas"]["Bilingual"];
            plain: components["schemas"]["Bilingual"];
            instrument: components["schemas"]["Named"];
            lead: components["schemas"]["Named"];
            delivery: components["schemas"]["Delivery"];
            kind: components["schemas"]["BenefitKind"] | null;
            about: components["schemas"]["Subject"];
            status: components["schemas"]["MeasureStatus"];
            inForceFrom: components["schemas"]["Day"];
            opensOn: components["schemas"]["Day"] | null;
            closesOn: components["schemas"]["Day"] | null;
            daysLeft: number | null;
            mostFen: number | null;
            amount: components["schemas"]["Bilingual"] | null;
            snippets: components["schemas"]["Snippet"][];
        };
        MeasurePage: {
            entries: components["schemas"]["MeasureSummary"][];
            next: string | null;
            total: number;
            spelling: string | null;
            isLoose: boolean;
        };
        /** @enum {string} */
        MeasureOrder: "best" | "newest" | "deadline" | "amount";
        FacetValue: {
            id: string;
            name: components["schemas"]["Bilingual"] | null;
            count: number;
        };
        MeasureFacets: {
            total: number;
            status: components["schemas"]["FacetValue"][];
            delivery: components["schemas"]["FacetValue"][];
            kind: components["schemas"]["FacetValue"][];
            about: components["schemas"]["FacetValue"][];
            agency: components["schemas"]["FacetValue"][];
            instrument: components["schemas"]["FacetValue"][];
            district: components["schemas"]["FacetValue"][];
            industry: components["schemas"]["FacetValue"][];
            title: components["schemas"]["FacetValue"][];
            amountAtLeastFen: {
                fen: number;
                count: number;
            }[];
        };
        ProvisionPlace: {
            id: string;
            title: components["schemas"]["Bilingual"] | null;
        };
        ConditionLine: {
            depth: number;
            /** @enum {string} */
            kind: "leaf" | "all" | "any" | "except";
            says: components["schemas"]["Bilingual"];
            provision: components["schemas"]["ProvisionPlace"];
            comparison: components["schemas"]["Bilingual"] | null;
            facts: {
                id: string;
                name: components["schemas"]["Bilingual"];
                question: components["schemas"]["Bilingual"];
            }[];
        };
        AmountRule: {
            says: components["schemas"]["Bilingual"];
            rate: string | null;
            base: components["schemas"]["Bilingual"] | null;
            fixedFen: number | null;
            perUnitFen: number | null;
            floorFen: number | null;
            capFen: number | null;
            isDecidedByOfficer: boolean;
            isNotFound: boolean;
            mostFen: number | null;
            bands: {
                says: components["schemas"]["Bilingual"];
                rate: string | null;
                base: components["schemas"]["Bilingual"] | null;
                fixedFen: number | null;
                perUnitFen: number | null;
                floorFen: number | null;
                capFen: number | null;
                isDecidedByOfficer: boolean;
                isNotFound: boolean;
                when: components["schemas"]["Bilingual"] | null;
            }[];
        };
        CallWindow: {
            id: string;
            opensOn: components["schemas"]["Day"];
            closesOn: components["schemas"]["Day"] | null;
            says: components["schemas"]["Bilingual"] | null;
        };
        /** @enum {string} */
        AbsentPart: "amount" | "last-day" | "windows" | "conditions" | "door" | "hotline" | "supervision-phone";
        /** @enum {string} */
        SourceGrade: "primary" | "corroborated" | "secondary" | "weak";
        MeasureChange: {
            /** @enum {string} */
            kind: "published" | "changed" | "withdrawn";
            on: components["schemas"]["Day"];
        };
        MeasureDetail: {
            id: string;
            name: components["schemas"]["Bilingual"];
            plain: components["schemas"]["Bilingual"];
            lead: components["schemas"]["Named"];
            delivery: components["schemas"]["Delivery"];
            kind: components["schemas"]["BenefitKind"] | null;
            about: components["schemas"]["Subject"];
            status: components["schemas"]["MeasureStatus"];
            inForceFrom: components["schemas"]["Day"];
            opensOn: components["schemas"]["Day"] | null;
            closesOn: components["schemas"]["Day"] | null;
            daysLeft: number | null;
            mostFen: number | null;
            instrument: {
                id: string;
                name: components["schemas"]["Bilingual"];
                number: string | null;
                issuedOn: components["schemas"]["Day"] | null;
                issuers: components["schemas"]["Named"][];
                source: string;
            };
            provision: components["schemas"]["ProvisionPlace"];
            grade: components["schemas"]["SourceGrade"];
            inForce: {
                from: components["schemas"]["Day"];
                to: components["schemas"]["Day"] | null;
                isEndKnown: boolean;
            };
            amount: components["schemas"]["AmountRule"] | null;
            frequency: ("once" | "year" | "each") | null;
            grants: components["schemas"]["Named"] | null;
            sharedBy: {
                payer: components["schemas"]["Named"];
                share: string | null;
            }[];
            pool: {
                id: string;
                name: components["schemas"]["Bilingual"];
                sizeFen: number | null;
            } | null;
            conditions: components["schemas"]["ConditionLine"][];
            calls: components["schemas"]["CallWindow"][];
            evidence: {
                id: string;
                name: components["schemas"]["Bilingual"];
                /** @enum {string} */
                grade: "A" | "B" | "C" | "D";
                proves: components["schemas"]["Named"][];
            }[];
            steps: components["schemas"]["Bilingual"][];
            agencies: components["schemas"]["Named"][];
            door: {
                name: components["schemas"]["Bilingual"];
                url: string | null;
                phone: string | null;
            } | null;
            excludes: {
                says: components["schemas"]["Bilingual"];
                provision: components["schemas"]["ProvisionPlace"];
                measure: components["schemas"]["Named"];
            }[];
            stacking: {
                says: components["schemas"]["Bilingual"];
                provision: components["schemas"]["ProvisionPlace"];
                id: string;
                atMost: number | null;
                capFen: number | null;
            }[];
            targets: {
                says: components["schemas"]["Bilingual"];
                provision: components["schemas"]["ProvisionPlace"];
                id: string;
                figure: components["schemas"]["Bilingual"];
                by: components["schemas"]["Day"] | null;
                agency: components["schemas"]["Named"];
            }[];
            gaps: components["schemas"]["Bilingual"][];
            absent: components["schemas"]["AbsentPart"][];
            replaces: components["schemas"]["Named"][];
            replacedBy: components["schemas"]["Named"][];
            related: {
                /** @enum {string} */
                why: "same-instrument" | "alike";
                measure: components["schemas"]["MeasureSummary"];
            }[];
            changes: components["schemas"]["MeasureChange"][];
        };
        InstrumentSummary: {
            id: string;
            name: components["schemas"]["Bilingual"];
            number: string | null;
            issuedOn: components["schemas"]["Day"] | null;
            issuers: components["schemas"]["Named"][];
            measures: number;
        };
        InstrumentList: {
            entries: components["schemas"]["InstrumentSummary"][];
            total: number;
        };
        InstrumentDetail: {
            id: string;
            name: components["schemas"]["Bilingual"];
            number: string | null;
            issuedOn: components["schemas"]["Day"] | null;
            issuers: components["schemas"]["Named"][];
            measures: number;
            grade: components["schemas"]["SourceGrade"];
            source: string;
            provisions: {
                id: string;
                title: components["schemas"]["Bilingual"] | null;
                measures: components["schemas"]["Named"][];
            }[];
        };
        CalendarDay: {
            day: components["schemas"]["Day"];
            /** @enum {string} */
            kind: "opens" | "closes" | "begins" | "ends";
            call: string | null;
            says: components["schemas"]["Bilingual"] | null;
            measure: components["schemas"]["MeasureSummary"];
        };
        LadderDay: {
            day: components["schemas"]["Day"];
            /** @constant */
            kind: "yearly";
            says: components["schemas"]["Bilingual"];
            provision: string;
            ladder: components["schemas"]["Named"];
        };
        CalendarEntry: components["schemas"]["CalendarDay"] | components["schemas"]["LadderDay"];
        Calendar: {
            from: components["schemas"]["Day"];
            to: components["schemas"]["Day"];
            entries: components["schemas"]["CalendarEntry"][];
        };
        /** @enum {string} */
        Grade: "A" | "B" | "C" | "D";
        /** @enum {string} */
        ThingKind: "project" | "contract" | "loan" | "hire" | "product" | "exhibition" | "cluster";
        FactValue: boolean | string;
        /** @enum {string} */
        FactType: "money" | "rate" | "count" | "number" | "date" | "boolean" | "code";
        EnterpriseSummary: {
            /** Format: uuid */
            id: string;
            uscc: string;
            name: string;
            district: components["schemas"]["Named"] | null;
            industry: components["schemas"]["Named"] | null;
            isSynthetic: boolean;
            isOwn: boolean;
        };
        EnterprisePage: {
            entries: components["schemas"]["EnterpriseSummary"][];
            next: string | null;
            total: number;
        };
        DerivedFact: {
            fact: string;
            name: components["schemas"]["Bilingual"];
            year: number | null;
            value: components["schemas"]["FactValue"] | null;
            text: components["schemas"]["Bilingual"] | null;
            missing: {
                fact: string;
                year: number | null;
                name: components["schemas"]["Bilingual"];
            }[];
        };
        LadderStanding: {
            ladder: components["schemas"]["Named"];
            current: components["schemas"]["Named"] | null;
            next: components["schemas"]["Named"] | null;
        };
        Enterprise: {
            /** Format: uuid */
            id: string;
            uscc: string;
            name: string;
            district: components["schemas"]["Named"] | null;
            industry: components["schemas"]["Named"] | null;
            isSynthetic: boolean;
            isOwn: boolean;
            scopes: components["schemas"]["MemberScope"][] | null;
            contactEmail: string | null;
            contactPhone: string | null;
            derived: components["schemas"]["DerivedFact"][];
            ladders: components["schemas"]["LadderStanding"][];
            facts: number;
            conflicts: number;
            lastStatedAt: string | null;
        };
        Statement: {
            id: number;
            value: components["schemas"]["FactValue"] | null;
            text: components["schemas"]["Bilingual"] | null;
            source: string;
            sourceName: components["schemas"]["Bilingual"];
            grade: components["schemas"]["Grade"];
            statedBy: string | null;
            batch: string | null;
            /** Format: date-time */
            statedAt: string;
        };
        ThingName: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["ThingKind"];
            name: string;
        };
        HeldFact: {
            fact: string;
            name: components["schemas"]["Bilingual"];
            subject: components["schemas"]["Subject"];
            type: components["schemas"]["FactType"];
            year: number | null;
            thing: components["schemas"]["ThingName"] | null;
            current: components["schemas"]["Statement"];
            others: components["schemas"]["Statement"][];
            isInConflict: boolean;
            ownStatement: number | null;
        };
        HeldFactPage: {
            entries: components["schemas"]["HeldFact"][];
            next: string | null;
            total: number;
        };
        FactHistory: {
            entries: components["schemas"]["Statement"][];
            next: string | null;
            total: number;
        };
        NewStatement: {
            fact: string;
            /** @default null */
            year: number | null;
            /** @default null */
            thing: string | null;
            value: (string | number | boolean) | null;
            /**
             * @default plain
             * @enum {string}
             */
            unit: "plain" | "fen";
        };
        Declaration: {
            statements: components["schemas"]["NewStatement"][];
        };
        DeclaredFacts: {
            entries: components["schemas"]["HeldFact"][];
            statements: number[];
        };
        Thing: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["ThingKind"];
            name: string;
            facts: number;
            /** Format: date-time */
            createdAt: string;
        };
        ThingList: {
            entries: components["schemas"]["Thing"][];
            absent: components["schemas"]["ThingKind"][];
        };
        NewThing: {
            kind: components["schemas"]["ThingKind"];
            name: string;
        };
        ThingChange: {
            name: string;
        };
        Absence: {
            isAbsent: boolean;
        };
        PastAward: {
            /** Format: uuid */
            id: string;
            measure: string;
            name: components["schemas"]["Bilingual"];
            grantedOn: components["schemas"]["Day"];
            amountFen: number | null;
            source: string;
            grade: components["schemas"]["Grade"];
        };
        PastAwardList: {
            entries: components["schemas"]["PastAward"][];
        };
        NewPastAward: {
            measure: string;
            grantedOn: components["schemas"]["Day"];
            /** @default null */
            amountFen: number | null;
        };
        /** @enum {string} */
        ConsentPurpose: "match" | "automatic" | "share-with-banks";
        Consent: {
            purpose: components["schemas"]["ConsentPurpose"];
            isGiven: boolean;
            givenAt: string | null;
            givenBy: string | null;
        };
        ConsentList: {
            entries: components["schemas"]["Consent"][];
        };
        ConsentChange: {
            isGiven: boolean;
        };
        /** @enum {string} */
        FileFormat: "yaml" | "json" | "csv";
        NewDraft: {
            fileName: string;
            format: components["schemas"]["FileFormat"];
            text: string;
        };
        DraftChange: {
            fact: string;
            name: components["schemas"]["Bilingual"];
            year: number | null;
            thing: {
                kind: components["schemas"]["ThingKind"];
                name: string;
                isNew: boolean;
            } | null;
            from: components["schemas"]["Bilingual"] | null;
            to: components["schemas"]["Bilingual"];
        };
        Draft: {
            /** Format: uuid */
            id: string;
            fileName: string;
            /** Format: date-time */
            madeAt: string;
            /** @enum {string} */
            state: "waiting" | "confirmed" | "dropped";
            changes: components["schemas"]["DraftChange"][];
            awards: {
                measure: string;
                name: components["schemas"]["Bilingual"];
                grantedOn: components["schemas"]["Day"];
            }[];
            things: {
                kind: components["schemas"]["ThingKind"];
                name: string;
            }[];
            absent: components["schemas"]["ThingKind"][];
            warnings: {
                code: string;
                message: string;
            }[];
        };
        FactDefinition: {
            id: string;
            subject: components["schemas"]["Subject"];
            name: components["schemas"]["Bilingual"];
            type: components["schemas"]["FactType"];
            unit: components["schemas"]["Bilingual"] | null;
            /** @enum {string} */
            period: "point" | "year";
            codes: string | null;
            question: components["schemas"]["Bilingual"];
            source: string;
            sourceName: components["schemas"]["Bilingual"];
            grade: components["schemas"]["Grade"];
            isDerived: boolean;
            isJudgement: boolean;
        };
        Vocabulary: {
            facts: components["schemas"]["FactDefinition"][];
            codeLists: {
                id: string;
                name: components["schemas"]["Bilingual"];
                codes: {
                    code: string;
                    name: components["schemas"]["Bilingual"];
                    parent: string | null;
                }[];
            }[];
        };
        Health: {
            /** @enum {string} */
            status: "ready";
            corpus: string;
            measures: number;
            /** Format: date */
            today: string;
        };
        /** @enum {string} */
        ImportState: "checking" | "checked" | "applying" | "applied" | "refused" | "cancelled" | "failed";
        /** @enum {string} */
        ImportFormat: "csv" | "xlsx" | "parquet";
        ImportColumn: {
            name: string;
            /** @enum {string} */
            kind: "uscc" | "name" | "fact" | "unknown" | "ignored";
            fact: string | null;
            factName: components["schemas"]["Bilingual"] | null;
            year: number | null;
        };
        ImportPreview: {
            columns: components["schemas"]["ImportColumn"][];
            rows: string[][];
        };
        ImportBatch: {
            /** Format: uuid */
            id: string;
            fileName: string;
            format: components["schemas"]["ImportFormat"];
            bytes: number;
            source: string;
            sourceName: components["schemas"]["Bilingual"];
            grade: components["schemas"]["Grade"];
            district: string | null;
            addsEnterprises: boolean;
            state: components["schemas"]["ImportState"];
            rowsInAll: number | null;
            rowsDone: number;
            rowsBad: number;
            statementsMade: number | null;
            preview: components["schemas"]["ImportPreview"] | null;
            begunBy: string | null;
            /** Format: date-time */
            begunAt: string;
            endedAt: string | null;
        };
        ImportPage: {
            entries: components["schemas"]["ImportBatch"][];
            next: string | null;
            total: number;
        };
        ImportIssue: {
            id: number;
            line: number | null;
            column: string | null;
            cell: string | null;
            code: string;
            message: components["schemas"]["Bilingual"];
        };
        ImportIssuePage: {
            entries: components["schemas"]["ImportIssue"][];
            next: string | null;
            total: number;
        };
        ProblemIssue: {
            code: string;
            message: string;
            path?: string;
            line?: number;
            column?: number;
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            code: string;
            detail?: string;
            instance: string;
            issues?: components["schemas"]["ProblemIssue"][];
        };
        /** @enum {string} */
        Outcome: "met" | "unmet" | "unknown" | "needs-review" | "not-in-force";
        FenRange: {
            lowFen: number;
            highFen: number | null;
        };
        NeededFact: {
            fact: string;
            year: number | null;
            name: components["schemas"]["Bilingual"];
            question: components["schemas"]["Bilingual"];
            type: components["schemas"]["FactType"];
            codes: string | null;
        };
        VerdictThing: {
            id: string;
            name: string;
        };
        NeededChange: {
            says: components["schemas"]["Bilingual"];
            /** @enum {string} */
            to: "hold" | "cease";
            distance: components["schemas"]["Bilingual"] | null;
            provision: string;
        };
        VerdictSummary: {
            key: string;
            measure: components["schemas"]["MeasureSummary"];
            thing: components["schemas"]["VerdictThing"] | null;
            outcome: components["schemas"]["Outcome"];
            amount: components["schemas"]["FenRange"] | null;
            amountText: components["schemas"]["Bilingual"] | null;
            counted: components["schemas"]["FenRange"] | null;
            leftOut: components["schemas"]["Bilingual"][];
            handling: ("automatic" | "fast" | "manual") | null;
            isUsedUp: boolean;
            reasons: components["schemas"]["Bilingual"][];
        };
        /** @enum {string} */
        VerdictPile: "met" | "open" | "unmet" | "held" | "services" | "without-text" | "without-thing" | "not-in-force";
        VerdictCounts: {
            met: number;
            open: number;
            unmet: number;
            held: number;
            services: number;
            "without-text": number;
            "without-thing": number;
            "not-in-force": number;
        };
        VerdictPage: {
            entries: components["schemas"]["VerdictSummary"][];
            next: string | null;
            total: number;
            counts: components["schemas"]["VerdictCounts"];
            worth: components["schemas"]["FenRange"];
            day: components["schemas"]["Day"];
        };
        NextQuestion: {
            asked: components["schemas"]["NeededFact"] | null;
            things: components["schemas"]["ThingKind"] | null;
            thing: components["schemas"]["VerdictThing"] | null;
            touches: number;
            decides: number;
            measures: components["schemas"]["Named"][];
        };
        QuestionList: {
            entries: components["schemas"]["NextQuestion"][];
            total: number;
        };
        NearMissGroup: {
            about: {
                fact: string;
                year: number | null;
                name: components["schemas"]["Bilingual"];
            } | null;
            measures: number;
            entries: {
                measure: components["schemas"]["Named"];
                thing: components["schemas"]["VerdictThing"] | null;
                changes: components["schemas"]["NeededChange"][];
            }[];
        };
        NearMissList: {
            entries: components["schemas"]["NearMissGroup"][];
            total: number;
        };
        UsedFact: {
            fact: string;
            year: number | null;
            name: components["schemas"]["Bilingual"];
            value: components["schemas"]["FactValue"];
            text: components["schemas"]["Bilingual"];
            source: string | null;
            grade: components["schemas"]["Grade"] | null;
        };
        TraceNode: {
            /** @enum {string} */
            kind: "leaf" | "all" | "any" | "except";
            path: string;
            provision: string;
            says: components["schemas"]["Bilingual"];
            /** @enum {string} */
            truth: "true" | "false" | "open";
            parts: components["schemas"]["TraceNode"][];
            asks: components["schemas"]["Bilingual"] | null;
            found: components["schemas"]["Bilingual"] | null;
            distance: components["schemas"]["Bilingual"] | null;
            uses: components["schemas"]["UsedFact"][];
            missing: components["schemas"]["NeededFact"][];
            waits: components["schemas"]["Bilingual"][];
        };
        Explanation: {
            verdict: components["schemas"]["VerdictSummary"];
            trace: components["schemas"]["TraceNode"] | null;
            changes: components["schemas"]["NeededChange"][] | null;
            missing: components["schemas"]["NeededFact"][];
            evidence: {
                id: string;
                name: components["schemas"]["Bilingual"];
                grade: components["schemas"]["Grade"];
                weak: components["schemas"]["UsedFact"][];
            }[];
            amountRule: components["schemas"]["Bilingual"] | null;
            usedUpBy: {
                measure: components["schemas"]["Named"];
                grantedOn: components["schemas"]["Day"];
                amountFen: number | null;
            }[];
        };
        Rung: {
            id: string;
            name: components["schemas"]["Bilingual"];
            isHeld: boolean | null;
            grantedOn: string | null;
            validUntil: string | null;
            verdicts: {
                measure: components["schemas"]["Named"];
                outcome: components["schemas"]["Outcome"];
                changes: components["schemas"]["NeededChange"][] | null;
                missing: components["schemas"]["NeededFact"][];
            }[];
            score: {
                low: string;
                high: string;
                max: string;
            } | null;
        };
        Ladder: {
            id: string;
            name: components["schemas"]["Bilingual"];
            current: string | null;
            next: string | null;
            rungs: components["schemas"]["Rung"][];
        };
        LadderList: {
            entries: components["schemas"]["Ladder"][];
        };
        Supposition: {
            statements: components["schemas"]["NewStatement"][];
            /** @default [] */
            things: {
                /** Format: uuid */
                id: string;
                kind: components["schemas"]["ThingKind"];
                name: string;
            }[];
        };
        VerdictDifference: {
            key: string;
            measure: components["schemas"]["Named"];
            thing: components["schemas"]["VerdictThing"] | null;
            from: {
                /** @enum {string} */
                outcome: "met" | "open" | "unmet" | "none";
                amount: components["schemas"]["FenRange"] | null;
            };
            to: {
                /** @enum {string} */
                outcome: "met" | "open" | "unmet" | "none";
                amount: components["schemas"]["FenRange"] | null;
            };
        };
        WhatIf: {
            counts: components["schemas"]["VerdictCounts"];
            worth: components["schemas"]["FenRange"];
            before: {
                counts: components["schemas"]["VerdictCounts"];
                worth: components["schemas"]["FenRange"];
            };
            differences: components["schemas"]["VerdictDifference"][];
            derived: components["schemas"]["DerivedFact"][];
        };
        ChangeCause: {
            /** @constant */
            kind: "fact";
            fact: string;
            year: number | null;
            name: components["schemas"]["Bilingual"];
            from: components["schemas"]["Bilingual"] | null;
            to: components["schemas"]["Bilingual"] | null;
        } | {
            /** @constant */
            kind: "rule";
            /** @enum {string} */
            change: "published" | "changed" | "withdrawn";
            on: components["schemas"]["Day"];
        } | {
            /** @constant */
            kind: "date";
            from: components["schemas"]["Day"];
            to: components["schemas"]["Day"];
        } | {
            /** @constant */
            kind: "thing";
            name: string;
        };
        VerdictChange: {
            key: string;
            measure: components["schemas"]["Named"];
            thing: components["schemas"]["VerdictThing"] | null;
            from: {
                /** @enum {string} */
                outcome: "met" | "open" | "unmet" | "none";
                amount: components["schemas"]["FenRange"] | null;
            };
            to: {
                /** @enum {string} */
                outcome: "met" | "open" | "unmet" | "none";
                amount: components["schemas"]["FenRange"] | null;
            };
            causes: components["schemas"]["ChangeCause"][];
        };
        ChangesSince: {
            since: string | null;
            entries: components["schemas"]["VerdictChange"][];
            worth: {
                from: components["schemas"]["FenRange"] | null;
                to: components["schemas"]["FenRange"];
            };
        };
        Deadline: {
            measure: components["schemas"]["MeasureSummary"];
            day: components["schemas"]["Day"];
            daysLeft: number;
            /** @enum {string} */
            kind: "closes" | "opens" | "title-ends";
            title: components["schemas"]["Bilingual"] | null;
            isMet: boolean;
        };
        TitleEnd: {
            title: string;
            name: components["schemas"]["Bilingual"];
            validUntil: components["schemas"]["Day"];
            daysLeft: number;
        };
        Home: {
            enterprise: components["schemas"]["EnterpriseSummary"];
            day: components["schemas"]["Day"];
            counts: components["schemas"]["VerdictCounts"];
            worth: components["schemas"]["FenRange"];
            automatic: {
                worth: components["schemas"]["FenRange"];
                entries: components["schemas"]["VerdictSummary"][];
            };
            apply: {
                worth: components["schemas"]["FenRange"];
                entries: components["schemas"]["VerdictSummary"][];
            };
            deadlines: {
                measure: components["schemas"]["MeasureSummary"];
                day: components["schemas"]["Day"];
                daysLeft: number;
                /** @enum {string} */
                kind: "closes" | "opens" | "title-ends";
                isMet: boolean;
            }[];
            titles: components["schemas"]["TitleEnd"][];
            questions: components["schemas"]["NextQuestion"][];
            ladders: components["schemas"]["LadderStanding"][];
            changes: {
                since: string | null;
                entries: components["schemas"]["VerdictChange"][];
            };
            unread: number;
        };
        SavedMeasure: {
            measure: components["schemas"]["MeasureSummary"];
            isFollowed: boolean;
            note: string;
            savedBy: string | null;
            /** Format: date-time */
            savedAt: string;
        };
        SavedMeasurePage: {
            entries: components["schemas"]["SavedMeasure"][];
            next: string | null;
            total: number;
        };
        SavedMeasureChange: {
            /** @default false */
            isFollowed: boolean;
            /** @default  */
            note: string;
        };
        /** @enum {string} */
        MessageKind: "call-opens" | "call-opened" | "call-closes" | "measure-changed" | "measure-withdrawn" | "other";
        Message: {
            id: number;
            kind: components["schemas"]["MessageKind"];
            title: components["schemas"]["Bilingual"];
            body: components["schemas"]["Bilingual"];
            measure: string | null;
            isForAll: boolean;
            /** Format: date-time */
            createdAt: string;
            readAt: string | null;
        };
        MessagePage: {
            entries: components["schemas"]["Message"][];
            next: string | null;
            total: number;
        };
        ReadMark: {
            ids?: number[];
        };
        MarkedRead: {
            marked: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDemonstration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemonstrationAnswer"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginSignUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignUpInput"];
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeSent"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmSignUp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeEntryInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountChangeInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChangeInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordResetInput"];
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeSent"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    finishPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordResetEntryInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: {
                format?: components["schemas"]["ListFormatInput"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOutEverywhere: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startOidc: {
        parameters: {
            query?: {
                return?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Elsewhere */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endOidc: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Elsewhere */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listClaims: {
        parameters: {
            query?: {
                format?: components["schemas"]["ListFormatInput"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimList"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    claimEnterprise: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewClaimInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Claim"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendClaimCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proveClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeEntryInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOfficeClaims: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                format?: components["schemas"]["ListFormatInput"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfficeClaimPage"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimDecisionInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMembers: {
        parameters: {
            query?: {
                format?: components["schemas"]["ListFormatInput"];
            };
            header?: never;
            path: {
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberList"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                enterprise: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberChangeInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                enterprise: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEnterpriseInvitations: {
        parameters: {
            query?: {
                format?: components["schemas"]["ListFormatInput"];
            };
            header?: never;
            path: {
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationList"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    invite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewInvitationInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                enterprise: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInvitations: {
        parameters: {
            query?: {
                format?: components["schemas"]["ListFormatInput"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationList"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    declineInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPosts: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                format?: components["schemas"]["ListFormatInput"];
                duty?: components["schemas"]["DutyInput"];
                district?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostPage"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createPost: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPostInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deletePost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostChangeInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    appoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                post: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppointmentInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endAppointment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                post: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppointmentEndInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAccounts: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                format?: components["schemas"]["ListFormatInput"];
                text?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountPage"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    switchAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountSwitchInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAuditEvents: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                format?: components["schemas"]["ListFormatInput"];
                action?: components["schemas"]["AuditActionInput"];
                account?: string;
                enterprise?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEnterpriseAuditEvents: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                format?: components["schemas"]["ListFormatInput"];
                action?: components["schemas"]["AuditActionInput"];
                account?: string;
            };
            header?: never;
            path: {
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMeasures: {
        parameters: {
            query?: {
                text?: string;
                status?: components["schemas"]["MeasureStatusInput"][] | components["schemas"]["MeasureStatusInput"];
                delivery?: components["schemas"]["DeliveryInput"][] | components["schemas"]["DeliveryInput"];
                kind?: components["schemas"]["BenefitKindInput"][] | components["schemas"]["BenefitKindInput"];
                about?: components["schemas"]["SubjectInput"][] | components["schemas"]["SubjectInput"];
                agency?: string[] | string;
                instrument?: string[] | string;
                district?: string[] | string;
                industry?: string[] | string;
                title?: string[] | string;
                amountAtLeastFen?: number;
                limit?: number;
                after?: string;
                format?: components["schemas"]["ListFormatInput"];
                order?: components["schemas"]["MeasureOrderInput"];
                language?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeasurePage"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    countMeasures: {
        parameters: {
            query?: {
                text?: string;
                status?: components["schemas"]["MeasureStatusInput"][] | components["schemas"]["MeasureStatusInput"];
                delivery?: components["schemas"]["DeliveryInput"][] | components["schemas"]["DeliveryInput"];
                kind?: components["schemas"]["BenefitKindInput"][] | components["schemas"]["BenefitKindInput"];
                about?: components["schemas"]["SubjectInput"][] | components["schemas"]["SubjectInput"];
                agency?: string[] | string;
                instrument?: string[] | string;
                district?: string[] | string;
                industry?: string[] | string;
                title?: string[] | string;
                amountAtLeastFen?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeasureFacets"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showCalendar: {
        parameters: {
            query?: {
                text?: string;
                status?: components["schemas"]["MeasureStatusInput"][] | components["schemas"]["MeasureStatusInput"];
                delivery?: components["schemas"]["DeliveryInput"][] | components["schemas"]["DeliveryInput"];
                kind?: components["schemas"]["BenefitKindInput"][] | components["schemas"]["BenefitKindInput"];
                about?: components["schemas"]["SubjectInput"][] | components["schemas"]["SubjectInput"];
                agency?: string[] | string;
                instrument?: string[] | string;
                district?: string[] | string;
                industry?: string[] | string;
                title?: string[] | string;
                amountAtLeastFen?: number;
                format?: components["schemas"]["ListFormatInput"];
                from?: components["schemas"]["DayInput"];
                to?: components["schemas"]["DayInput"];
                language?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calendar"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMeasure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeasureDetail"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInstruments: {
        parameters: {
            query?: {
                format?: components["schemas"]["ListFormatInput"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstrumentList"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getInstrument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstrumentDetail"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEnterprises: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                format?: components["schemas"]["ListFormatInput"];
                text?: string;
                by?: "members" | "posts";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnterprisePage"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEnterprise: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enterprise"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getVocabulary: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Vocabulary"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFacts: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                format?: components["schemas"]["ListFormatInput"];
                conflicts?: string;
            };
            header?: never;
            path: {
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeldFactPage"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFactHistory: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                format?: components["schemas"]["ListFormatInput"];
                year?: number;
                thing?: string;
            };
            header?: never;
            path: {
                enterprise: string;
                fact: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactHistory"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    declareFacts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclarationInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclaredFacts"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undoStatement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                enterprise: string;
                statement: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclaredFacts"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listThings: {
        parameters: {
            query?: {
                format?: components["schemas"]["ListFormatInput"];
            };
            header?: never;
            path: {
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThingList"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addThing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewThingInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Thing"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeThing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                enterprise: string;
                thing: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThingList"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renameThing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                enterprise: string;
                thing: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ThingChangeInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Thing"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stateAbsence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                enterprise: string;
                kind: components["schemas"]["ThingKindInput"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AbsenceInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThingList"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPastAwards: {
        parameters: {
            query?: {
                format?: components["schemas"]["ListFormatInput"];
            };
            header?: never;
            path: {
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PastAwardList"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    declarePastAward: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPastAwardInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PastAwardList"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takePastAwardBack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                enterprise: string;
                award: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PastAwardList"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listConsents: {
        parameters: {
            query?: {
                format?: components["schemas"]["ListFormatInput"];
            };
            header?: never;
            path: {
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentList"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeConsent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                enterprise: string;
                purpose: components["schemas"]["ConsentPurposeInput"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentChangeInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentList"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportEnterprise: {
        parameters: {
            query?: {
                format?: components["schemas"]["FileFormatInput"];
            };
            header?: never;
            path: {
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/yaml": string;
                    "application/json": string;
                    "text/csv": string;
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    makeDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDraftInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draft"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                enterprise: string;
                draft: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draft"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dropDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                enterprise: string;
                draft: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draft"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                enterprise: string;
                draft: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draft"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listImports: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                format?: components["schemas"]["ListFormatInput"];
                state?: components["schemas"]["ImportStateInput"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPage"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginImport: {
        parameters: {
            query: {
                source: string;
                grade: components["schemas"]["GradeInput"];
                district?: string;
                addsEnterprises?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportBatch"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listImportIssues: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                format?: components["schemas"]["ListFormatInput"];
            };
            header?: never;
            path: {
                import: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportIssuePage"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportBatch"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportBatch"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportBatch"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportBatch"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listVerdicts: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                format?: components["schemas"]["ListFormatInput"];
                pile?: components["schemas"]["VerdictPileInput"];
                reasons?: string;
            };
            header?: never;
            path: {
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerdictPage"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    explainVerdict: {
        parameters: {
            query?: {
                thing?: string;
            };
            header?: never;
            path: {
                enterprise: string;
                measure: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Explanation"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listQuestions: {
        parameters: {
            query?: {
                format?: components["schemas"]["ListFormatInput"];
                limit?: number;
            };
            header?: never;
            path: {
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionList"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listNearMisses: {
        parameters: {
            query?: {
                format?: components["schemas"]["ListFormatInput"];
                limit?: number;
            };
            header?: never;
            path: {
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NearMissList"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLadders: {
        parameters: {
            query?: {
                format?: components["schemas"]["ListFormatInput"];
            };
            header?: never;
            path: {
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LadderList"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showWhatIf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuppositionInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatIf"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listChanges: {
        parameters: {
            query?: {
                format?: components["schemas"]["ListFormatInput"];
            };
            header?: never;
            path: {
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangesSince"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    noteVisit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangesSince"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHome: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Home"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSavedMeasures: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                format?: components["schemas"]["ListFormatInput"];
                followed?: string;
            };
            header?: never;
            path: {
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedMeasurePage"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveMeasure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                enterprise: string;
                measure: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedMeasureChangeInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedMeasure"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dropSavedMeasure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                enterprise: string;
                measure: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMessages: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                format?: components["schemas"]["ListFormatInput"];
                unread?: string;
            };
            header?: never;
            path: {
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagePage"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    markMessagesRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadMarkInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarkedRead"];
                };
            };
            /** @description Default Response */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
