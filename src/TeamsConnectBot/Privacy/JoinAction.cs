using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.DoNotMatch;

namespace TeamsConnectBot.Privacy;

/// <summary>
/// Joins somebody, and changes their choices. Each layer of consent can be given and withdrawn separately, with immediate effect.
/// </summary>
internal sealed class JoinAction(Database database, ConsentBook consents, PersonalCards cards) : PersonalAction(database)
{
    public override IReadOnlyList<string> Verbs { get; } =
        [Cards.Verbs.Join, Cards.Verbs.NotNow, Cards.Verbs.ShowWelcome, Cards.Verbs.OpenPreferences, Cards.Verbs.SavePreferences];

    protected override async Task<Card> HandleAsync(ConnectDb db, Participant person, Click click, CancellationToken cancellationToken)
    {
        switch (click.Verb)
        {
            case Cards.Verbs.ShowWelcome:
                return cards.Welcome(person);
            case Cards.Verbs.NotNow:
                return person.JoinedAt is null ? new NotNowCard(PersonalCards.RefOf(person)) : cards.Welcome(person);
            case Cards.Verbs.OpenPreferences:
                return await cards.PreferencesAsync(db, person, cancellationToken);
        }

        if (PreferencesForm.Read(click.Data, click.Texts) is not { } form)
        {
            // Nothing is saved; the form returns with what was filled in and what was wrong.
            return await cards.AgainAsync(db, person, click.Data, click.Texts, cancellationToken);
        }

        var joins = person.JoinedAt is null;
        if (joins && click.Verb != Cards.Verbs.Join)
        {
            return cards.Welcome(person);
        }

        if (joins || click.Verb == Cards.Verbs.SavePreferences)
        {
            await consents.SetAsync(db, person, ConsentLayer.Join, true, cancellationToken);
            await consents.SetAsync(db, person, ConsentLayer.CalendarGaps, form.AllowGaps, cancellationToken);
            await consents.SetAsync(db, person, ConsentLayer.OwnWord, form.AllowAiUse, cancellationToken);
            await SetSourcesAsync(db, person, form.AllowSources, cancellationToken);
            person.Preferences = cards.Read(form, person);
            await DoNotMatchList.NameAgainAsync(db, person.PersonId, cancellationToken);
        }

        return joins
            ? cards.Welcome(person)
            : await cards.PreferencesAsync(db, person, cancellationToken, click.Verb == Cards.Verbs.SavePreferences);
    }

    // An older card does not ask for this consent, so nothing changes. Without sources it can be withdrawn but not given.
    private Task SetSourcesAsync(ConnectDb db, Participant person, bool? allowed, CancellationToken cancellationToken) =>
        allowed is { } given && (cards.HasSources || !given)
            ? consents.SetAsync(db, person, ConsentLayer.Sources, given, cancellationToken)
            : Task.CompletedTask;
}
