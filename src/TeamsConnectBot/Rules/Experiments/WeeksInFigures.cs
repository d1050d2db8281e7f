using TeamsConnectBot.Core.Insights;
using TeamsConnectBot.Data;
using TeamsConnectBot.Figures;

namespace TeamsConnectBot.Rules.Experiments;

/// <summary>
/// Who is in the weekly figures of the weeks that a step would consist of, as pseudonyms: a reader can subtract the step from them.
/// </summary>
internal sealed class WeeksInFigures
{
    private static readonly AggregateView[] Views = [AggregateView.Invited, AggregateView.Met];

    private readonly Dictionary<string, string> names;
    private readonly List<Publication> published;
    private readonly HashSet<LocalDate> forgotten;

    private WeeksInFigures(Dictionary<string, string> names, List<Publication> published, HashSet<LocalDate> forgotten) =>
        (this.names, this.published, this.forgotten) = (names, published, forgotten);

    /// <param name="db">The database, in the caller's transaction.</param>
    /// <param name="from">The Monday of the first week.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    public static async Task<WeeksInFigures> ReadAsync(ConnectDb db, LocalDate from, CancellationToken cancellationToken)
    {
        var names = await db.Participants.AsNoTracking()
            .ToDictionaryAsync(person => person.PersonId, Pseudonym.Of, StringComparer.Ordinal, cancellationToken);
        var rows = (await db.Publications.AsNoTracking().Where(row => Views.Contains(row.View)).ToListAsync(cancellationToken))
            .FindAll(row => row.Period >= from);
        return new WeeksInFigures(
            names, [.. rows.Where(row => row.Counted is not null).Select(row => row.Read())],
            [.. rows.Where(row => row.Counted is null).Select(row => row.Period)]);
    }

    /// <summary>
    /// Whether a week can be compared with its figures: it is still known who counted in them, and everyone who did is still here. Who
    /// has left is not in a trial any more, so subtracting it would leave just them.
    /// </summary>
    /// <param name="monday">The week.</param>
    /// <param name="invited">Everyone who is known to have been invited in it.</param>
    public bool IsComparable(LocalDate monday, IEnumerable<string> invited)
    {
        var present = invited.Select(NameOf).ToHashSet();
        return !forgotten.Contains(monday) && published.TrueForAll(one => one.Period != monday || one.Counted.All(present.Contains));
    }

    /// <summary>Whether the number of invitations of somebody's pool in a week is about them too.</summary>
    public bool CountsInvitation(LocalDate monday, string personId) =>
        published.Exists(one => one.View == AggregateView.Invited && one.Period == monday && IsAbout(one, personId));

    /// <summary>Whether they met according to the figures about a round; null when those are not about them.</summary>
    public bool? Met(LocalDate monday, string? pool, string personId)
    {
        var about = published.FindAll(one =>
            one.View == AggregateView.Met && one.Period == monday && one.Audience == pool && IsAbout(one, personId));
        return about.Count == 0 ? null : about.Exists(one => NameOf(personId) is { } name && one.Counted.Contains(name));
    }

    private bool IsAbout(Publication one, string personId) => NameOf(personId) is { } name && one.People.Contains(name);

    private string? NameOf(string personId) => names.GetValueOrDefault(personId);
}
