namespace TeamsConnectBot.BotFramework.Connector;

/// <summary>
/// The SDK's client looks at its token once more after the answer came, and would call a message cancelled that was accepted; it
/// would be sent again. So for what must not be sent twice the client gets no token, and the handler below it gets the caller's here.
/// </summary>
internal static class CallersToken
{
    private static readonly AsyncLocal<CancellationToken> Held = new();

    public static CancellationToken Current => Held.Value;

    public static async Task<T> UseAsync<T>(Func<Task<T>> call, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        Held.Value = token;
        return await call();
    }
}
