using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>Finds the ritual that people name in what they typed. A space with one ritual needs no name.</summary>
internal sealed class RitualFinder(Database database, DraftBook drafts)
{
    private const int MostListed = 20;

    // Words that can come before a day or a time, in both languages.
    private static readonly string[] Leads =
    [
        "naar", "to", "op", "on", "tot", "until", "till", "voor", "for", "om", "at", "elke", "iedere", "every", "each", "t/m", "eenmalig",
        "once", "voortaan", "ik", "me", "mij",
    ];

    /// <param name="turn">What was typed.</param>
    /// <param name="command">The command's words, so that a question can offer the command with each ritual's name.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    /// <returns>The ritual and the text around its name; or a card that asks which ritual is meant or says why none was found.</returns>
    public async Task<(Ritual? Ritual, string Text, Card? Answer)> FindAsync(
        RitualTurn turn, string command, CancellationToken cancellationToken)
    {
        var rituals = await LiveAsync(turn.Space, cancellationToken);
        if (rituals.Count == 0)
        {
            return (null, "", new RitualNoticeCard(RitualNotice.NoRituals));
        }

        // The longest name wins: 'coffee' is part of 'Friday coffee'.
        var text = turn.Text.Trim().TrimStart('"', '‘', '“');
        var named = rituals.Select(ritual => (Ritual: ritual, Around: RitualNames.RestAround(text, ritual.Plan.Name)))
            .Where(found => found.Around is not null).OrderByDescending(found => found.Ritual.Plan.Name.Length).FirstOrDefault();
        if (named.Ritual is not null)
        {
            return (named.Ritual, named.Around!, null);
        }

        if (rituals is [var only] && MayBeMoment(text))
        {
            return (only, text, null);
        }

        var names = rituals.Select(ritual => ritual.Plan.Name);
        if (rituals.Count > DraftBook.MostOptions)
        {
            return (null, "", new RitualNoticeCard(RitualNotice.NotFound, Detail: string.Join(", ", names.Take(MostListed))));
        }

        var options = names.Select(name => new DraftOption(name, Command: $"ritual {command} {name} {text}".Trim()));
        var question = await drafts.AskAsync(turn, turn.Sender.Texts.Ritual.Question.WhichRitual, [.. options], cancellationToken);
        return (null, "", question);
    }

    public async Task<List<Ritual>> LiveAsync(Space space, CancellationToken cancellationToken) =>
    [
        .. (await database.ReadAsync(db => db.LiveRitualsAsync(space.Id, cancellationToken), cancellationToken))
            .OrderBy(ritual => ritual.Plan.Name, StringComparer.InvariantCultureIgnoreCase),
    ];

    // Text that does not begin with a day or a time may be the name of a ritual that does not exist.
    private static bool MayBeMoment(string text) =>
        text.Length == 0 || char.IsDigit(text[0]) || text[0] == '<'
        || Leads.Contains(text.Split(' ')[0], StringComparer.OrdinalIgnoreCase);
}
