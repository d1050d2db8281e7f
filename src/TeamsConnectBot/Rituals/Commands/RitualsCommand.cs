using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Rituals.Spaces;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>
/// Ritual commands in somebody's own chat, for the teams they own and the rituals they take part in. A decision made there is posted in the
/// channel. Everybody else is told to use the bot in their team's channel.
/// </summary>
internal sealed class RitualsCommand(LedSpaces led, SpaceBook spaces, SpaceNames names, RitualTalk talk, DraftBook drafts) : LookupCommand
{
    // A question card has at most this many buttons.
    private const int MostOffered = 4;

    // In somebody's own chat 'afspraken' alone means their appointments; in a channel, what the team agreed about AI.
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(
        nl: ["ritueel", "rituelen", "ai-afspraken", "afspraken stemmen", "afspraken stem", "afspraken opnieuw"],
        en: ["ritual", "rituals", "agreements", "charter"]);

    public override int HelpPosition => 9;

    public override IReadOnlyDictionary<string, string> Help { get; } = ByLanguage(
        nl: "vaste momenten van je team; hier, of in het kanaal van je team",
        en: "your team's regular moments; here, or in your team's channel");

    public override async Task<Card> RunAsync(ChatTurn turn, CancellationToken cancellationToken)
    {
        var own = await led.OfAsync(turn.Sender.PersonId, cancellationToken);
        await spaces.LearnAsync(own, turn.Person, cancellationToken);
        return own switch
        {
            [] => null,
            [var only] => await talk.AnswerAsync(only, turn.Sender, turn.Typed, cancellationToken),
            [var first, ..] when turn.Typed.Length > CommandRouter<RitualTurn>.LongestRead =>
                await talk.AnswerAsync(first, turn.Sender, turn.Typed, cancellationToken),
            var several => await AskAsync(several, turn, cancellationToken),
        } ?? await base.RunAsync(turn, cancellationToken);
    }

    public override Task<Card> RunAsync(Participant person, string rest, CancellationToken cancellationToken) =>
        Task.FromResult<Card>(new RitualNoticeCard(RitualNotice.OnlyHere));

    private async Task<Card?> AskAsync(IReadOnlyList<Space> own, ChatTurn turn, CancellationToken cancellationToken)
    {
        var options = new List<DraftOption>();
        foreach (var space in own)
        {
            if (options.Count < MostOffered && await names.OfAsync(space, cancellationToken) is { } name)
            {
                options.Add(new DraftOption(name, Command: turn.Typed, SpaceId: space.Id));
            }
        }

        return options.Count == 0
            ? null
            : await drafts.AskAsync(
                new RitualTurn(own[0], turn.Sender, ""), turn.Sender.Texts.Ritual.Question.WhichTeam, options, cancellationToken);
    }
}
