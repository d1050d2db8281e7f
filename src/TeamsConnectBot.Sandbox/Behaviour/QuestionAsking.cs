using TeamsConnectBot.Sandbox.Organisation;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Behaviour;

/// <summary>
/// People who ask a colleague something now and then, somewhere in their working week: in one line, or in the form. They look at what
/// the bot shows and send it.
/// </summary>
internal static class QuestionAsking
{
    private const int MostWeeks = 520;
    private const int MostDaysAhead = 3;

    // The last hour of a working day is left out.
    private static readonly Duration BeforeTheEnd = Duration.FromHours(1);

    private static readonly (string Dutch, string English)[] Topics =
    [
        ("draaitabellen", "pivot tables"), ("brieven in duidelijk Nederlands", "plain letters"), ("formules in Excel", "formulas in Excel"),
        ("een planning maken", "making a plan"), ("presentaties", "presentations"), ("een grafiek kiezen", "choosing a chart"),
        ("de nieuwe declaraties", "the new expense claims"), ("een enquête opzetten", "setting up a survey"),
    ];

    private static readonly (string Dutch, string English)[] Lengths = [("", ""), (", 15 min", ", 15 min"), (", 30 min", ", 30 min")];

    private static readonly (string Dutch, string English)[] Deadlines =
        [("", ""), (", morgen", ", tomorrow"), (", deze week", ", this week"), (", binnen drie dagen", ", within three days")];

    /// <summary>The next question of a person.</summary>
    /// <param name="after">The moment after which it comes.</param>
    /// <returns>Null when they never ask.</returns>
    public static PlannedAction? Next(Person person, SandboxServer server, Habits habits, AnswerCounts counts, DateTimeOffset after)
    {
        if (habits.Asks is not > 0 || person.WorkingHours.Days == Weekdays.None)
        {
            return null;
        }

        var monday = Instant.FromDateTimeOffset(after).InZone(person.TimeZone).Date
            .With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));
        for (var week = 0; week < MostWeeks; week++, monday = monday.PlusWeeks(1))
        {
            var random = habits.For(person.ObjectId, $"asks {monday:R}");
            if (random.Chance(habits.Asks.Value) && MomentIn(person, monday, ref random) is var at && at > after)
            {
                return new PlannedAction(person.ObjectId, at, cancellation => AskAsync(person, server, random, counts, cancellation))
                {
                    Then = () => Next(person, server, habits, counts, at),
                };
            }
        }

        return null;
    }

    /// <summary>Some of the topics that people ask about, in a person's language.</summary>
    public static string TopicsOf(Person person, ref SeededRandom random)
    {
        var first = random.Next(Topics.Length);
        return $"{In(person, Topics[first])}, {In(person, Topics[(first + 1 + random.Next(Topics.Length - 1)) % Topics.Length])}";
    }

    /// <summary>Fills in the form, looks at what the bot makes of it, and sends it.</summary>
    public static async Task FillInAsync(Clicker click, SeededRandom random, AnswerCounts counts, CancellationToken cancellation)
    {
        var inputs = click.Card.Inputs();
        if ((string?)inputs["words"] is "" && counts.LastTyped.TryGetValue(click.Person.ObjectId, out var words))
        {
            inputs["words"] = words;
        }

        var days = click.Card.Choices("day");
        if ((string?)inputs["day"] is "")
        {
            inputs["day"] = random.Pick([.. days.Take(MostDaysAhead)]);
        }

        // When the form comes back because the day doesn't suit, the day after it is tried, and the one after that.
        var chosen = (string?)inputs["day"];
        foreach (var day in days.SkipWhile(other => other != chosen).Take(MostDaysAhead).DefaultIfEmpty(chosen))
        {
            inputs["day"] = day;
            if ((await click.ClickAsync("help.preview", inputs, cancellation)).CardJson is { } shown
                && new CardView(shown) is var card && card.Has("help.send"))
            {
                await SendAsync(click with { Card = card }, counts, cancellation);
                return;
            }
        }
    }

    /// <summary>Sends what the card shows; once more if the bot first showed what had changed meanwhile.</summary>
    public static async Task SendAsync(Clicker click, AnswerCounts counts, CancellationToken cancellation)
    {
        var wasShown = click.Card.Has("help.send");
        for (var clicks = 0; clicks < 2 && click.Card.Has("help.send"); clicks++)
        {
            if ((await click.ClickAsync("help.send", null, cancellation)).CardJson is not { } answered)
            {
                return;
            }

            click = click with { Card = new CardView(answered) };
        }

        // It can be taken back now, or it is with the pool's host, to whose chat there is a link.
        if (wasShown && !click.Card.Has("help.send") && (click.Card.Has("help.withdraw") || click.Card.HasLink))
        {
            counts.Questions.Add(new SentQuestion(
                click.Person.ObjectId, counts.LastTyped[click.Person.ObjectId], click.Server.Tenant.Now));
        }
    }

    private static async Task AskAsync(
        Person person, SandboxServer server, SeededRandom random, AnswerCounts counts, CancellationToken cancellation)
    {
        if (server.Tenant.Chats.Of(person) is not { Installed: true, Blocked: false })
        {
            return;
        }

        // The number tells questions about the same topic apart.
        var number = 1001 + counts.QuestionsTyped++;
        var words = In(person, random.Pick(Topics)) + In(person, ($" voor dossier {number}", $" for file {number}"));
        counts.LastTyped[person.ObjectId] = words;
        var command = In(person, ("vraag", "ask"));
        var line = random.Chance(0.3)
            ? command
            : $"{command} {words}{In(person, random.Pick(Lengths))}{In(person, random.Pick(Deadlines))}";
        await server.Teams.SayAsync(person, line, cancellation);
    }

    private static DateTimeOffset MomentIn(Person person, LocalDate monday, ref SeededRandom random)
    {
        var day = monday.PlusDays((int)random.Pick([.. person.WorkingHours.Days.List()]) - 1);
        var minutes = Math.Max(1, (int)(person.WorkingHours.Length - BeforeTheEnd).TotalMinutes);
        return person.TimeZone.AtLeniently(day.At(person.WorkingHours.Start).PlusMinutes(random.Next(minutes))).ToDateTimeOffset()
            .ToUniversalTime();
    }

    private static string In(Person person, (string Dutch, string English) text) =>
        person.Language.StartsWith("nl", StringComparison.Ordinal) ? text.Dutch : text.English;
}
