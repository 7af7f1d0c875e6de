-- Who writes down what they did writes it of themselves, now, and of an enterprise that they may see.
DROP POLICY added ON audit_events;
CREATE POLICY added ON audit_events FOR INSERT WITH CHECK (
  account = current_account() AND (enterprise IS NULL OR may_read_enterprise(enterprise))
);
REVOKE INSERT ON audit_events FROM huiqi_app;
GRANT INSERT (account, action, enterprise, subject, details, request) ON audit_events TO huiqi_app;
