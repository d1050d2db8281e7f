using TeamsConnectBot.Availability;
using TeamsConnectBot.Cards.Helping;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.HelpRequests;
using TeamsConnectBot.Data;
using TeamsConnectBot.Graph.Transport;
using TeamsConnectBot.Pools;

namespace TeamsConnectBot.HelpRequests;

/// <summary>
/// Whether whoever asks is free between the announced moment and their deadline. If they are not, a late yes could not lead to a meeting,
/// and the last people could not even be asked.
/// </summary>
internal sealed class AskerCalendar(Gathering gathering, PoolCatalogue pools)
{
    /// <param name="person">Who asks.</param>
    /// <param name="question">What they ask, with its deadline.</param>
    /// <param name="hearsBy">The moment that would be announced to them.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    /// <returns>Also true when their calendar cannot be read now: a wave reads it again.</returns>
    public async Task<bool> HasRoomAsync(
        Participant person, HelpQuestion question, Instant hearsBy, CancellationToken cancellationToken)
    {
        var free = new Dictionary<Week, WeekAvailability>();
        try
        {
            foreach (var part in Week.PartsOf(new Interval(hearsBy, question.Until)))
            {
                var read = await gathering.RereadAsync(
                    pools.Find(person.PoolId), [person.PersonId], part, requireCalendars: true, cancellationToken);
                if (read.People is not [var asker])
                {
                    return true;
                }

                free[Week.Of(part.Start)] = asker.Member.Free;
            }
        }
        catch (GraphUnavailableException)
        {
            return true;
        }

        var from = hearsBy + HelpRequestTimes.Notice;
        return HelpSlots.Choose(free, question.Minutes, new Interval(from, question.Until), from).Length > 0;
    }
}
