using TeamsConnectBot.Data;

namespace TeamsConnectBot.Signals;

/// <summary>Tells whether using the app at all is approved; the folder that decides it lies above this one.</summary>
internal abstract class UseDecision
{
    public abstract Task<bool> IsApprovedAsync(ConnectDb db, CancellationToken cancellationToken);
}
