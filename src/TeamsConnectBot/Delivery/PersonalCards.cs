using System.Text.Json;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Signals;
using TeamsConnectBot.Time;
using TeamsConnectBot.Topics;

namespace TeamsConnectBot.Delivery;

/// <summary>Cards that are about one person alone.</summary>
internal sealed class PersonalCards(PoolCatalogue pools, TopicBook topics, IOptions<SignalsOptions> signals, TimeProvider clock)
{
    /// <summary>Whether the organisation switched on a source of AI days; then people are asked whether they allow it.</summary>
    public bool HasSources => signals.Value is { CopilotReport: true } or { CopilotNotifications: true };

    /// <summary>The welcome before joining; after that, what the person chose.</summary>
    public Card Welcome(Participant person) => person.JoinedAt is null
        ? NewWelcome(person, FormOf(person))
        : new JoinedCard(RefOf(person), FormOf(person));

    /// <summary>For a person who has to join first; its button opens the whole welcome.</summary>
    public static Card JoinFirst(Participant person) => new JoinFirstCard(RefOf(person));

    /// <summary>
    /// The answer to somebody who was erased or stopped since their turn began, for instance while Graph answered: nothing may be stored
    /// about them any more.
    /// </summary>
    /// <returns>Null when they take part.</returns>
    public static async Task<Card?> AwayAsync(ConnectDb db, string personId, CancellationToken cancellationToken) =>
        await db.Participants.FindAsync([personId], cancellationToken) switch
        {
            null => new StateCard(CardState.Gone),
            { JoinedAt: null } person => JoinFirst(person),
            _ => null,
        };

    public async Task<Card> PreferencesAsync(
        ConnectDb db, Participant person, CancellationToken cancellationToken, bool justSaved = false) => new PreferencesCard(
            RefOf(person), FormOf(person), await topics.NowAsync(db, person.PersonId, cancellationToken), justSaved,
            AsksAboutHelp: AsksAboutHelp(person));

    /// <summary>A person's preferences with what they filled in.</summary>
    public Preferences Read(PreferencesForm form, Participant person) =>
        PreferencesForms.Read(form, person.Preferences, KeepsLunchFree(person));

    /// <summary>Shows the form again, as the person filled it in, with what is wrong.</summary>
    public async Task<Card> AgainAsync(
        ConnectDb db, Participant person, JsonElement data, Texts texts, CancellationToken cancellationToken)
    {
        var filled = PreferencesForm.Filled(data, texts, FormOf(person));
        var problem = PreferencesForm.Problem(data, texts);
        return person.JoinedAt is null
            ? NewWelcome(person, filled, problem)
            : new PreferencesCard(
                RefOf(person), filled, await topics.NowAsync(db, person.PersonId, cancellationToken), Problem: problem,
                AsksAboutHelp: AsksAboutHelp(person));
    }

    private WelcomeCard NewWelcome(Participant person, PreferencesForm form, string? problem = null) =>
        new(RefOf(person), pools.Find(person.PoolId).HostIn(person.Language), form, problem, AsksAboutHelp(person));

    private bool AsksAboutHelp(Participant person) => pools.Find(person.PoolId).Help.On;

    public Card Paused(Participant person, bool isTold, bool tookYesBack) =>
        new PausedCard(RefOf(person), person.PausedUntil ?? clock.GetCurrentInstant()) { IsTold = isTold, TookYesBack = tookYesBack };

    /// <summary>Whether the bot made this card for this person.</summary>
    public static bool IsOf(Participant person, CardRef card) => RefOf(person).Id == card.Id && Nonce.Matches(person.Nonce, card.Nonce);

    public static CardRef RefOf(Participant person) => new(Guid.Parse(person.PersonId), person.Nonce);

    private PreferencesForm FormOf(Participant person) => PreferencesForms.Of(person, HasSources, KeepsLunchFree(person));

    private bool KeepsLunchFree(Participant person) => pools.Find(person.PoolId).LunchBreak.Length > 0;
}
