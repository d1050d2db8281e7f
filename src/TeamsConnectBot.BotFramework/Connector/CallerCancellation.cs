namespace TeamsConnectBot.BotFramework.Connector;

/// <summary>
/// Hands the caller's cancellation token past the SDK's client to the handler below it. The client checks its token once more after the
/// response has arrived, so it would report an accepted message as cancelled, and that message would be sent again.
/// </summary>
internal static class CallerCancellation
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
