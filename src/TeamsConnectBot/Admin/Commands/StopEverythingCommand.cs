using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.FirstUse;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules;

namespace TeamsConnectBot.Admin.Commands;

/// <summary>
/// Stops all rounds and invitations at once. Where the participants decide by vote on using the bot, a participant who gives this command
/// starts a vote on whether to continue.
/// </summary>
internal sealed class StopEverythingCommand(
    RoleDirectory roles, EverythingStop stop, FirstUseDecision firstUse, VoteOpening votes, Database database, CardComposer composer)
    : RoleCommand(roles)
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(["stop alles"], ["stop everything"]);

    public override IReadOnlyDictionary<string, string> Help => firstUse.IsByVote
        ? ByLanguage("iedereen in een geheime stemming vragen of we doorgaan", "ask everybody in a secret vote whether to go on")
        : ByLanguage(
            "voor iedereen alle uitnodigingen stoppen (beheerders en ondernemingsraad)",
            "stop all invitations for everybody (admins and works council)");

    protected override Role Who => firstUse.IsByVote ? Role.None : MayStop;

    protected override bool MayMeanOneself => true;

    private const Role MayStop = Role.Admin | Role.WorksCouncil;

    protected override async Task<Card> RunAsync(Actor actor, string language, string rest, CancellationToken cancellationToken)
    {
        if (!actor.Is(MayStop))
        {
            return await AskEverybodyAsync(actor, cancellationToken);
        }

        await stop.StopAsync(actor, cancellationToken);
        var texts = Texts.For(language).Office;
        return AdminCards.Lines(texts.Stopped, texts.StoppedLine);
    }

    private async Task<Card> AskEverybodyAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (await database.ReadAsync(db => db.Participants.FindAsync([actor.Id], cancellationToken).AsTask(), cancellationToken)
            is not { JoinedAt: not null } person)
        {
            return new StateCard(CardState.NotTakingPart);
        }

        var reader = composer.ReaderFor(person);
        var vote = reader.Texts.Office.Vote;
        return AdminCards.Lines(vote.Heading, await votes.AskAsync(cancellationToken) switch
        {
            { IsInUse: false } => reader.Texts.Office.Report.NotAgreed,
            { Until: { } until } => vote.Asked.With(("moment", reader.Moments.Moment(until))),
            _ => vote.AskedTooSoon,
        });
    }
}
