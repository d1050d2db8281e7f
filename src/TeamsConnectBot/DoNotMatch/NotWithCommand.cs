using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;

namespace TeamsConnectBot.DoNotMatch;

/// <summary>Whom one would rather not meet; known to nobody else.</summary>
internal sealed class NotWithCommand(NotWithTalk talk) : LookupCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["nl"] = ["liever niet met", "niet met"],
        ["en"] = ["not with", "rather not with"],
    };

    public override string? Verb => Cards.Verbs.OpenNotWith;

    public override int HelpPosition => 5;

    public override IReadOnlyDictionary<string, string> Help { get; } = new Dictionary<string, string>
    {
        ["nl"] = "met wie je liever niet afspreekt; alleen jij weet het",
        ["en"] = "whom you would rather not meet; only you know",
    };

    public override async Task<Card> RunAsync(Participant person, string rest, CancellationToken cancellationToken)
    {
        if (person.JoinedAt is null)
        {
            return PersonalCards.JoinFirst(person);
        }

        return rest.Length == 0 ? await talk.ShowAsync(person, cancellationToken) : await talk.NameAsync(person, rest, cancellationToken);
    }
}
