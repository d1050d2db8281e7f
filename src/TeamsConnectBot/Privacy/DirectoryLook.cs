using Microsoft.EntityFrameworkCore;
using TeamsConnectBot.DoNotMatch;
using TeamsConnectBot.Data;
using TeamsConnectBot.Graph.People;
using TeamsConnectBot.Graph.Transport;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Privacy;

/// <summary>
/// Looks once a day who has left the organisation: whom the directory has no more, or whose account is off, is erased. What
/// Graph can't answer is no answer, and when many seem gone at once nobody is erased: that is more likely a fault.
/// </summary>
internal sealed partial class DirectoryLook(
    Database database, ColleagueSearch directory, GraphDirectory entries, Departures departures, ILogger<DirectoryLook> logger)
{
    // More than these of all at once is a changed permission or a broken answer, not people leaving.
    private const int FewEnough = 5;
    private const double LargestShare = 0.1;

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var known = await database.ReadAsync(db => KnownAsync(db, cancellationToken), cancellationToken);
        try
        {
            var present = await directory.PresentAsync(known, cancellationToken);
            var gone = known.Where(person => !present.Contains(person)).ToList();
            if (gone.Count > FewEnough && gone.Count > LargestShare * known.Count)
            {
                Log.TooMany(logger);
                return;
            }

            await EraseAsync(gone, cancellationToken);
        }
        catch (GraphUnavailableException)
        {
            // The transport logged why; tomorrow is another look.
        }
    }

    /// <summary>Looks at one person, of whom Teams says that they are gone.</summary>
    public async Task LookAtAsync(string personId, CancellationToken cancellationToken)
    {
        try
        {
            await EraseAsync([personId], cancellationToken);
        }
        catch (GraphUnavailableException)
        {
            // The transport logged why; the daily look is another.
        }
    }

    // Whoever takes part in a ritual need not have the app.
    private static Task<List<string>> KnownAsync(ConnectDb db, CancellationToken cancellationToken) => db.Participants.Select(person => person.PersonId)
        .Union(db.NotWith.Where(row => row.OtherId != null).Select(row => row.OtherId!))
        .Union(db.RitualMembers.Select(member => member.PersonId))
        .Union(db.Coming.Select(coming => coming.PersonId))
        .Union(db.Occurrences.Where(row => row.HostId != null).Select(row => row.HostId!))
        .ToListAsync(cancellationToken);

    private async Task EraseAsync(List<string> gone, CancellationToken cancellationToken)
    {
        foreach (var person in gone)
        {
            // Asked again by itself: a list that lacks somebody is not yet somebody gone.
            if (await entries.FindAsync(person, cancellationToken) is { Enabled: true })
            {
                continue;
            }

            await departures.LeaveAsync(person, cancellationToken);
            await database.WriteAsync(
                db => db.NotWith.Where(row => row.OtherId == person).ExecuteUpdateAsync(set => set.SetProperty(row => row.OtherId, (string?)null), cancellationToken),
                cancellationToken);
        }
    }

    private static partial class Log
    {
        // No counts: they would tell how many have the app.
        [LoggerMessage(LogLevel.Warning, "Too many people seem to have left the directory at once; nobody was erased. Check User.Read.All")]
        public static partial void TooMany(ILogger logger);
    }
}
