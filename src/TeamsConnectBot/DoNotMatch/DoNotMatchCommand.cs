using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;

namespace TeamsConnectBot.DoNotMatch;

/// <summary>Shows and changes whom somebody would rather not meet; nobody else sees it.</summary>
internal sealed class DoNotMatchCommand(DoNotMatchReplies talk) : LookupCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(
        ["liever niet met", "niet met"], ["not with", "rather not with"]);

    public override string? Verb => Cards.Verbs.OpenNotWith;

    public override int HelpPosition => 5;

    public override IReadOnlyDictionary<string, string> Help { get; } = ByLanguage(
        "met wie je liever niet afspreekt; alleen jij weet het", "whom you would rather not meet; only you know");

    public override async Task<Card> RunAsync(Participant person, string rest, CancellationToken cancellationToken)
    {
        if (person.JoinedAt is null)
        {
            return PersonalCards.JoinFirst(person);
        }

        return rest.Length == 0 ? await talk.ShowAsync(person, cancellationToken) : await talk.NameAsync(person, rest, cancellationToken);
    }
}
