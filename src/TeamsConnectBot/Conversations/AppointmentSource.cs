using TeamsConnectBot.Cards;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Conversations;

/// <summary>A feature's own contribution to the list of somebody's coming appointments.</summary>
internal abstract class AppointmentSource
{
    /// <returns>The next time of each thing the person takes part in, in any order.</returns>
    public abstract Task<IReadOnlyList<NamedTime>> NextTimesAsync(ConnectDb db, string personId, CancellationToken cancellationToken);
}
