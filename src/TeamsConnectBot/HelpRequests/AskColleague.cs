using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Helping;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Core.HelpRequests;
using TeamsConnectBot.Core.Rituals.Phrases;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.HelpRequests.Rows;
using TeamsConnectBot.Holidays;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.HelpRequests;

/// <summary>
/// From what somebody typed or filled in to a question that is shown in full; what cannot be sent comes back as a form with what is wrong.
/// Nothing is sent from here.
/// </summary>
internal sealed class AskColleague(
    HelpGate gate, HelpSending sending, AskerCalendar calendar, CardComposer composer, PoolCatalogue pools, DaysOff daysOff,
    TimeProvider clock)
{
    /// <summary>A question typed in one line; without any words, the form.</summary>
    /// <param name="person">Who typed it.</param>
    /// <param name="typed">What follows the command's words, as it was typed.</param>
    /// <param name="namesSomebody">Whether the message mentions somebody.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    public Task<Card> TypedAsync(Participant person, string typed, bool namesSomebody, CancellationToken cancellationToken)
    {
        var deadlines = DeadlinesOf(person);
        var context = new PhraseContext(deadlines.Zone, deadlines.Now, Languages.OfCode(person.Language), PhraseExpectation.Moment);
        return string.IsNullOrWhiteSpace(typed)
            ? FormAsync(person, null, cancellationToken)
            : LookAsync(
                person, HelpForms.Of(HelpPhrase.Read(typed, context), deadlines, person.Language), deadlines, namesSomebody,
                cancellationToken);
    }

    /// <summary>What a click on the form sent.</summary>
    public async Task<Card> FilledInAsync(Participant person, Click click, CancellationToken cancellationToken)
    {
        var deadlines = DeadlinesOf(person);
        return HelpForms.Of(click) is { } form
            ? await LookAsync(person, form, deadlines, namesSomebody: false, cancellationToken)
            : Form(
                person, HelpForms.Empty(deadlines, person.Language), deadlines,
                composer.ReaderFor(person).Texts.Preferences.NothingCame);
    }

    /// <summary>The form: empty, or with the question that was shown.</summary>
    public async Task<Card> FormAsync(Participant person, HelpRequestRow? shown, CancellationToken cancellationToken)
    {
        var deadlines = DeadlinesOf(person);
        return await gate.RefusalAsync(person, cancellationToken) is { } refusal
            ? new HelpRefusedCard(PersonalCards.RefOf(person), refusal, shown?.Words)
            : Form(person, shown is null ? HelpForms.Empty(deadlines, person.Language) : HelpForms.Of(shown, deadlines), deadlines);
    }

    private async Task<Card> LookAsync(
        Participant person, HelpForm form, HelpDeadlines deadlines, bool namesSomebody, CancellationToken cancellationToken)
    {
        if (await gate.RefusalAsync(person, cancellationToken) is { } refusal)
        {
            return new HelpRefusedCard(PersonalCards.RefOf(person), refusal, form.Words);
        }

        var (question, problem) = new HelpFormCheck(deadlines, composer.ReaderFor(person)).Check(form, namesSomebody);
        if (question is not null
            && HelpRequestTimes.HearsByFor(deadlines.Now, question.Until, question.Minutes, deadlines.Pool) is { } hearsBy
            && !await calendar.HasRoomAsync(person, question, hearsBy, cancellationToken))
        {
            problem = NoRoom(question, hearsBy, composer.ReaderFor(person));
        }

        return question is null || problem is not null
            ? Form(person, form, deadlines, problem)
            : await sending.PreviewAsync(person, question, cancellationToken);
    }

    private static string NoRoom(HelpQuestion question, Instant hearsBy, Reader reader) => reader.Texts.Helping.Problems.NoRoom.With(
        ("hears", reader.Moments.Moment(hearsBy)), ("moment", reader.Moments.Moment(question.Until)),
        ("minutes", reader.Texts.Time.Minutes.With(question.Minutes)));

    private AskFormCard Form(Participant person, HelpForm form, HelpDeadlines deadlines, string? problem = null)
    {
        var earliest = new HelpFormCheck(deadlines, composer.ReaderFor(person)).Earliest;
        return new AskFormCard(PersonalCards.RefOf(person), form, deadlines.Days(earliest), problem);
    }

    private HelpDeadlines DeadlinesOf(Participant person)
    {
        var now = clock.GetCurrentInstant();
        return new HelpDeadlines(now, composer.ReaderFor(person).Zone, daysOff.CalendarOf(pools.Find(person.PoolId), now));
    }
}
