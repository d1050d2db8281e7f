using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Meetings;

/// <summary>Explains the last invitation, from the facts stored with it.</summary>
internal sealed class WhyCommand(InvitationCards cards) : ChatCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(
        nl: ["waarom", "waarom deze uitnodiging", "waarom kreeg ik dit"],
        en: ["why", "why this invitation", "why did i get this"]);

    public override string? Verb => Cards.Verbs.SayWhy;

    public override int HelpPosition => 6;

    public override IReadOnlyDictionary<string, string> Help { get; } = ByLanguage(
        nl: "waarom je je laatste uitnodiging kreeg",
        en: "why you got your last invitation");

    public override async Task<Card> RunAsync(ConnectDb db, Participant person, string rest, CancellationToken cancellationToken)
    {
        // An invitation that is not sent yet is not explained.
        var last = await db.Invitations.Where(x => x.PersonId == person.PersonId && x.SentAt != null)
            .OrderByDescending(x => x.SentAt).FirstOrDefaultAsync(cancellationToken);
        return last is null
            ? new StateCard(CardState.NoInvitationYet)
            : await cards.WhyAsync(
                db, last, await db.Rounds.SingleAsync(x => x.Id == last.RoundId, cancellationToken), person.Language, cancellationToken);
    }
}
