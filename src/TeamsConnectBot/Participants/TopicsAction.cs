using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Topics;

namespace TeamsConnectBot.Participants;

/// <summary>Shows and changes what somebody likes to talk about and to learn.</summary>
internal sealed class TopicsAction(Database database, TopicBook topics) : PersonalAction(database)
{
    public override IReadOnlyList<string> Verbs { get; } = [Cards.Verbs.OpenTopics, Cards.Verbs.SaveTopics];

    protected override async Task<Card> HandleAsync(ConnectDb db, Participant person, Click click, CancellationToken cancellationToken)
    {
        if (person.JoinedAt is null)
        {
            return PersonalCards.JoinFirst(person);
        }

        var stored = await topics.FormAsync(db, person.PersonId, cancellationToken);
        if (click.Verb == Cards.Verbs.OpenTopics)
        {
            return CardOf(person, stored);
        }

        var filled = TopicsForm.Filled(click.Data, stored);
        if (TopicsForm.Problem(click.Data, filled, topics.List, click.Texts) is { } problem)
        {
            // Nothing is saved; the form returns with what was filled in and what was wrong.
            return CardOf(person, filled) with { Problem = problem };
        }

        await TopicBook.SaveAsync(db, person.PersonId, filled, cancellationToken);
        var kinds = person.Preferences.Kinds;
        return CardOf(person, await topics.FormAsync(db, person.PersonId, cancellationToken)) with
        {
            JustSaved = true,
            LearningIsOff = kinds.Length > 0 && !kinds.Contains(Offer.Learning)
                && await TopicBook.HasLearningAsync(db, person.PersonId, cancellationToken),
        };
    }

    private TopicsCard CardOf(Participant person, TopicsForm form) =>
        new(PersonalCards.RefOf(person), form, topics.List, topics.IsOwnList);
}
