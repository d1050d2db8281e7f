using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>
/// Answers ritual commands, typed in the space itself or in somebody's own chat with the bot. Text that is not understood is not stored.
/// </summary>
internal sealed class RitualTalk(CommandRouter<RitualTurn> commands, IEnumerable<RitualCommand> all)
{
    private static readonly string[] Prefixes = ["ritueel", "rituelen", "ritual", "rituals"];

    // Dutch separates its verbs: 'sla koffie over', 'zeg koffie af', 'maak dat ongedaan'.
    private static readonly (string Verb, string Particle)[] SeparableVerbs =
        [("sla", "over"), ("zeg", "af"), ("stel", "voor"), ("maak", "ongedaan"), ("plan", "in"), ("doe", "mee")];

    public async Task<Card> AnswerAsync(Space space, ActivitySender sender, string text, CancellationToken cancellationToken)
    {
        if (text.Length > CommandRouter<RitualTurn>.LongestRead)
        {
            return new RitualNoticeCard(RitualNotice.TooManyWords);
        }

        // Where Teams does not have slash commands, a slash that is typed nevertheless arrives as text.
        text = text.TrimStart('/', ' ');

        // In a space the prefix is optional: 'plan elke vrijdag 15:30 koffie'.
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        words = words is [var first, ..] && Prefixes.Contains(first, StringComparer.OrdinalIgnoreCase) ? words[1..] : words;
        var turn = new RitualTurn(space, sender, Joined(words));
        if (turn.Text.ToLowerInvariant() is "" or "?" or "help" or "hulp")
        {
            return await OverviewAsync(turn, cancellationToken);
        }

        return await commands.AnswerAsync(Proposed(turn), cancellationToken) ?? new RitualNoticeCard(RitualNotice.Unknown);
    }

    // 'propose every Friday 15:30' proposes a new ritual; 'propose move coffee to 16:00' proposes a change.
    private RitualTurn Proposed(RitualTurn turn)
    {
        if (commands.Find(turn.Text) is not (ProposeCommand, { Length: > 0 } rest))
        {
            return turn;
        }

        var command = Joined(rest.Split(' '));
        var create = all.OfType<CreateCommand>().Single().Words["en"][0];
        var text = commands.Find(command).Command is null ? $"{create} {rest}" : command;
        return turn with { Text = text, Proposes = true };
    }

    private Task<Card> OverviewAsync(RitualTurn turn, CancellationToken cancellationToken)
    {
        var prefix = turn.Language == "nl" ? "ritueel" : "ritual";
        var lines = all.Select(command => new HelpLine($"{prefix} {command.Words[turn.Language][0]}", command.Help[turn.Language]));
        var agreements = new HelpLine(turn.Language == "nl" ? "afspraken" : "agreements", AgreementsCommand.Help[turn.Language]);
        return all.OfType<ListCommand>().Single().CardAsync(turn, [.. lines, agreements], cancellationToken);
    }

    private static string Joined(string[] words)
    {
        var (verb, particle) = Array.Find(SeparableVerbs, pair => words is [var first, _, _, ..] && Is(first, pair.Verb));
        var at = particle is null || Is(words[1], particle) ? -1
            : Is(words[^1].TrimEnd('.', '!'), particle) ? words.Length - 1
            : Array.FindIndex(words, 1, word => Is(word.TrimEnd('.', '!'), particle));
        return string.Join(' ', at < 0 ? words : [verb, particle!, .. words[1..at], .. words[(at + 1)..]]);
    }

    private static bool Is(string word, string other) => word.Equals(other, StringComparison.OrdinalIgnoreCase);
}
