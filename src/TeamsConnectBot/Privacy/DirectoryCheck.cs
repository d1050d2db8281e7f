using TeamsConnectBot.Data;
using TeamsConnectBot.Graph.People;
using TeamsConnectBot.Graph.Transport;
using TeamsConnectBot.PersonalData;

namespace TeamsConnectBot.Privacy;

/// <summary>
/// Erases people who have left the organisation: they are no longer in the directory, or their account is disabled. While Graph
/// fails nobody is erased. When many people seem to have left at once nobody is erased either: a fault is more likely.
/// </summary>
internal sealed partial class DirectoryCheck(
    Database database, IEnumerable<PersonalTable> tables, ColleagueSearch directory, GraphDirectory entries, PersonErasure erasure,
    ILogger<DirectoryCheck> logger)
{
    // More people than both thresholds suggests a changed permission or an incomplete answer.
    private const int FewEnough = 5;
    private const double LargestShare = 0.1;

    /// <summary>Checks everybody who is known.</summary>
    public async Task CheckAllAsync(CancellationToken cancellationToken)
    {
        var known = await database.ReadAsync(db => tables.AccountsAsync(db, cancellationToken), cancellationToken);
        try
        {
            var present = await directory.PresentAsync(known, cancellationToken);
            var gone = known.Where(person => !present.Contains(person)).ToList();
            if (gone.Count > FewEnough && gone.Count > LargestShare * known.Count)
            {
                Log.TooMany(logger);
                return;
            }

            foreach (var person in gone)
            {
                await EraseIfGoneAsync(person, cancellationToken);
            }
        }
        catch (GraphUnavailableException)
        {
            // The transport logged why; tomorrow's check tries again.
        }
    }

    /// <summary>Checks one person who has left according to Teams.</summary>
    public async Task CheckAsync(string personId, CancellationToken cancellationToken)
    {
        try
        {
            await EraseIfGoneAsync(personId, cancellationToken);
        }
        catch (GraphUnavailableException)
        {
            // The transport logged why; the daily check tries again.
        }
    }

    // People are looked up one by one: being absent from a list does not prove that somebody has left.
    private async Task EraseIfGoneAsync(string person, CancellationToken cancellationToken)
    {
        if (await entries.FindAsync(person, cancellationToken) is not { Enabled: true })
        {
            await erasure.EraseAsync(person, cancellationToken);
        }
    }

    private static partial class Log
    {
        // No counts: they would tell how many have the app.
        [LoggerMessage(LogLevel.Warning, "Too many people seem to have left the directory at once; nobody was erased. Check User.Read.All")]
        public static partial void TooMany(ILogger logger);
    }
}
