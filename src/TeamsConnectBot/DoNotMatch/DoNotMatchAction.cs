using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.DoNotMatch;

/// <summary>Adds to and removes from the list of people somebody would rather not meet.</summary>
internal sealed class DoNotMatchAction(Database database, DoNotMatchReplies talk) : PersonalLookupAction(database)
{
    public override IReadOnlyList<string> Verbs { get; } = [Cards.Verbs.OpenNotWith, Cards.Verbs.KeepNotWith, Cards.Verbs.TakeBackNotWith];

    protected override Task<Card> HandleAsync(Participant person, Click click, CancellationToken cancellationToken) => click.Verb switch
    {
        Cards.Verbs.KeepNotWith => KeepAsync(person, click, cancellationToken),
        Cards.Verbs.TakeBackNotWith => talk.TakeBackAsync(person, Chosen(click), cancellationToken),
        _ => talk.ShowAsync(person, cancellationToken),
    };

    private Task<Card> KeepAsync(Participant person, Click click, CancellationToken cancellationToken)
    {
        if (click.Input(Inputs.Picked) is { Length: > 0 } picked)
        {
            return talk.PickAsync(person, picked, cancellationToken);
        }

        return click.Input(Inputs.Colleague)?.Trim() is { Length: > 0 } typed
            ? talk.NameAsync(person, typed[..Math.Min(typed.Length, 100)], cancellationToken)
            : talk.NothingChosenAsync(person, cancellationToken);
    }

    private static List<Guid> Chosen(Click click) =>
        [.. (click.Input(Inputs.Wishes) ?? "").Split(',').Where(value => Guid.TryParse(value, out _)).Select(Guid.Parse)];
}
