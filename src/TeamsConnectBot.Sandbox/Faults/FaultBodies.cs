namespace TeamsConnectBot.Sandbox.Faults;

/// <summary>The bodies that the real services send with a status.</summary>
internal static class FaultBodies
{
    public static string Of(int status) => status switch
    {
        429 => """
            {"error":{"code":"TooManyRequests","innerError":{"code":"429","date":"2026-03-02T12:51:51","message":"Please retry after",
            "request-id":"94fb3b52-452a-4535-a601-69e0a90e3aa2","status":"429"},"message":"Please retry again later."}}
            """,
        412 => """{"error":{"code":"PreconditionFailed","message":"The precondition failed."}}""",
        500 => """{"error":{"code":"ServiceError","message":"Unknown error."}}""",
        503 => """{"error":{"code":"ServiceUnavailable","message":"The service is temporarily unavailable."}}""",
        504 => """{"error":{"code":"GatewayTimeout","message":"The gateway timed out."}}""",
        _ => $$$"""{"error":{"code":"Error{{{status}}}","message":"The request failed with status {{{status}}}."}}""",
    };
}
