using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Privacy.NotWith;

namespace TeamsConnectBot.Bot.Actions;

/// <summary>Adding and taking back whom one would rather not meet. It asks the directory, so it runs in no transaction.</summary>
internal sealed class NotWithAction(Database database, NotWithTalk talk, PersonalCards cards) : CardAction
{
    public override IReadOnlyList<string> Verbs { get; } = [Cards.Verbs.OpenNotWith, Cards.Verbs.KeepNotWith, Cards.Verbs.TakeBackNotWith];

    public override async Task<Card> HandleAsync(Click click, CancellationToken cancellationToken)
    {
        var person = await database.ReadAsync(db => db.Participants.FindAsync([click.PersonId], cancellationToken).AsTask(), cancellationToken);
        if (person is null || !PersonalCards.IsOf(person, click.Ref))
        {
            return person is null ? Gone : NotYours;
        }

        if (person.JoinedAt is null)
        {
            return cards.Welcome(person);
        }

        return click.Verb switch
        {
            Cards.Verbs.KeepNotWith => await KeepAsync(person, click, cancellationToken),
            Cards.Verbs.TakeBackNotWith => await talk.TakeBackAsync(person, Chosen(click), cancellationToken),
            _ => await talk.ShowAsync(person, cancellationToken),
        };
    }

    private Task<Card> KeepAsync(Participant person, Click click, CancellationToken cancellationToken)
    {
        if (click.Input(Inputs.Picked) is { Length: > 0 } picked)
        {
            return talk.PickAsync(person, picked, cancellationToken);
        }

        return click.Input(Inputs.Colleague)?.Trim() is { Length: > 0 } typed
            ? talk.NameAsync(person, typed[..Math.Min(typed.Length, 100)], cancellationToken)
            : talk.ShowAsync(person, cancellationToken);
    }

    private static List<Guid> Chosen(Click click) =>
        [.. (click.Input(Inputs.Wishes) ?? "").Split(',').Select(value => Guid.TryParse(value, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty)];
}
