using Microsoft.EntityFrameworkCore;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>Finds which ritual somebody means by the name at the beginning of what they typed. Where there is one, it needs no name.</summary>
internal sealed class RitualFinder(Database database, DraftDesk drafts)
{
    /// <param name="turn">What was typed.</param>
    /// <param name="command">The command's words, to offer it again with each name.</param>
    /// <param name="cancellationToken">Ends with the application.</param>
    /// <returns>The ritual and what follows its name; or a card that says why there is none.</returns>
    public async Task<(Ritual? Ritual, string Text, Card? Answer)> FindAsync(RitualTurn turn, string command, CancellationToken cancellationToken)
    {
        var rituals = await LiveAsync(turn.Space, cancellationToken);
        if (rituals.Count == 0)
        {
            return (null, "", new RitualNoticeCard(RitualNotice.NoRituals));
        }

        var text = turn.Text.Trim().TrimStart('"', '‘', '“');
        var named = rituals.Select(ritual => (Ritual: ritual, After: RitualNames.RestAround(text, ritual.Plan.Name)))
            .Where(found => found.After is not null).OrderByDescending(found => found.Ritual.Plan.Name.Length).FirstOrDefault();
        if (named.Ritual is not null)
        {
            return (named.Ritual, named.After!, null);
        }

        if (rituals is [var only] && StartsPlainly(text))
        {
            return (only, text, null);
        }

        if (rituals.Count <= RitualQuestion.MostOptions)
        {
            var options = rituals.Select(ritual => new DraftOption(ritual.Plan.Name, Command: $"ritual {command} {ritual.Plan.Name} {text}".Trim()));
            return (null, "", await drafts.AskAsync(turn, turn.Visitor.Texts.Ritual.Question.WhichRitual, [.. options], cancellationToken));
        }

        return (null, "", new RitualNoticeCard(RitualNotice.NotFound, Detail: string.Join(", ", rituals.Select(ritual => ritual.Plan.Name).Take(20))));
    }

    public Task<List<Ritual>> LiveAsync(Space space, CancellationToken cancellationToken) => database.ReadAsync(
        async db => (await db.Rituals.Where(ritual => ritual.SpaceId == space.Id && !ritual.IsEnded).ToListAsync(cancellationToken))
            .OrderBy(ritual => ritual.Plan.Name, StringComparer.InvariantCultureIgnoreCase).ToList(),
        cancellationToken);

    // Another ritual's name would begin with something else; what begins a moment doesn't.
    private static bool StartsPlainly(string text) =>
        text.Length == 0 || char.IsDigit(text[0]) || text[0] == '<' || RitualQuestion.Leads.Any(lead => text.StartsWith(lead + " ", StringComparison.OrdinalIgnoreCase) || text.Equals(lead, StringComparison.OrdinalIgnoreCase));
}
