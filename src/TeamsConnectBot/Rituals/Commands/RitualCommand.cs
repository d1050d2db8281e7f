using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>
/// A command about rituals, typed in a channel or group chat, or after <c>ritual</c> in a person's own chat with the bot.
/// </summary>
internal abstract class RitualCommand : Command<RitualTurn>
{
    /// <summary>What the command does, by language, some with an example.</summary>
    public abstract IReadOnlyDictionary<string, string> Help { get; }

    protected string NameFor(RitualTurn turn) => Words[turn.Language][0];

    protected RitualNoticeCard NotUnderstood(RitualTurn turn) => new(RitualNotice.NotUnderstood, Detail: Help[turn.Language]);
}

/// <summary>A command about one ritual. People name the ritual, unless the space has only one.</summary>
internal abstract class OneRitualCommand(RitualFinder finder) : RitualCommand
{
    public sealed override async Task<Card> RunAsync(RitualTurn turn, CancellationToken cancellationToken)
    {
        var (ritual, rest, answer) = await finder.FindAsync(turn, Words["en"][0], cancellationToken);
        return ritual is null ? answer!
            : IsAboutMeeting && ritual.Plan.IsPost ? new RitualNoticeCard(RitualNotice.IsAQuestion, ritual.Plan.Name)
            : await RunAsync(turn with { Text = rest }, ritual, cancellationToken);
    }

    /// <summary>Whether it is about hosts, guests and calendars, which a question has not.</summary>
    protected virtual bool IsAboutMeeting => false;

    /// <param name="turn">What was typed; its text no longer contains the ritual's name.</param>
    /// <param name="ritual">The ritual that was named.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    public abstract Task<Card> RunAsync(RitualTurn turn, Ritual ritual, CancellationToken cancellationToken);
}

/// <summary>A ritual command that was typed for a space.</summary>
/// <param name="Text">What follows the command's own words.</param>
/// <param name="Proposes">Whether it was typed as a proposal: then the team votes on it, whoever the sender is.</param>
internal sealed record RitualTurn(Space Space, ActivitySender Sender, string Text, bool Proposes = false) : CommandTurn(Sender, Text)
{
    public string Language => Sender.Texts.Language;
}
