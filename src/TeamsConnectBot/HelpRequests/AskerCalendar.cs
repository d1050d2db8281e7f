using TeamsConnectBot.Availability;
using TeamsConnectBot.Cards.Helping;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.HelpRequests;
using TeamsConnectBot.Data;
using TeamsConnectBot.Graph.Transport;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.HelpRequests;

/// <summary>
/// Whether whoever asks has a free moment before their deadline. Without one nobody could be asked, and they would hear that nobody was
/// found only at the announced moment.
/// </summary>
internal sealed class AskerCalendar(Gathering gathering, PoolCatalogue pools, TimeProvider clock)
{
    /// <returns>Also true when their calendar cannot be read now: a wave reads it again.</returns>
    public async Task<bool> HasRoomAsync(Participant person, HelpQuestion question, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var free = new Dictionary<Week, WeekAvailability>();
        try
        {
            for (var week = Week.Of(now); week.Start < question.Until; week = new Week(week.Monday.PlusWeeks(1)))
            {
                var read = await gathering.RereadAsync(
                    pools.Find(person.PoolId), [person.PersonId], week, requireCalendars: true, cancellationToken);
                if (read.People is not [var asker])
                {
                    return true;
                }

                free[week] = asker.Member.Free;
            }
        }
        catch (GraphUnavailableException)
        {
            return true;
        }

        return HelpSlots.Choose(free, question.Minutes, new Interval(now + HelpRequestTimes.Notice, question.Until), now).Length > 0;
    }
}
