using TeamsConnectBot.Data;

namespace TeamsConnectBot.Participants;

/// <summary>The yeses of somebody who begins a pause outside an invitation. They are taken back, as its pause button does.</summary>
internal abstract class YesesOfPaused
{
    /// <returns>Whether there was one that the person knows of.</returns>
    public abstract Task<bool> TakeBackAsync(ConnectDb db, string personId, CancellationToken cancellationToken);
}
