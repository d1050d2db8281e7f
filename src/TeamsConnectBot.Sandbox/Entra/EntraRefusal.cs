namespace TeamsConnectBot.Sandbox.Entra;

/// <summary>What Entra sends instead of a token.</summary>
internal static class EntraRefusal
{
    /// <param name="error">OAuth's name of the error.</param>
    /// <param name="code">The number after <c>AADSTS</c>.</param>
    /// <param name="message">Entra's explanation.</param>
    public static JsonObject Body(string error, int code, string message)
    {
        var now = TimeProvider.System.GetUtcNow();
        var trace = Guid.CreateVersion7(now);
        var time = now.ToString("yyyy-MM-dd HH:mm:ssZ", CultureInfo.InvariantCulture);
        return new JsonObject
        {
            ["error"] = error,
            ["error_description"] = $"AADSTS{code}: {message} Trace ID: {trace} Correlation ID: {trace} Timestamp: {time}",
            ["error_codes"] = new JsonArray(code),
            ["timestamp"] = time,
            ["trace_id"] = trace,
            ["correlation_id"] = trace,
            ["error_uri"] = $"https://login.microsoftonline.com/error?code={code}",
        };
    }
}
