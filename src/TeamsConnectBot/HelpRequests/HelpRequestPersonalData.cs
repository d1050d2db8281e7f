using TeamsConnectBot.Cards;
using TeamsConnectBot.Core.HelpRequests;
using TeamsConnectBot.HelpRequests.Rows;
using TeamsConnectBot.PersonalData;
using static TeamsConnectBot.PersonalData.ColumnReasons;
using static TeamsConnectBot.PersonalData.RetentionTexts;

namespace TeamsConnectBot.HelpRequests;

/// <summary>What questions to colleagues store about people, and columns that identify nobody.</summary>
internal static class HelpRequestPersonalData
{
    // No deadline lies further ahead.
    private static readonly Duration LongestAhead = Duration.FromDays(14);
    private static readonly int Days = (int)RetentionPeriods.HelpRequests.TotalDays;

    public static IServiceCollection AddHelpRequestPersonalData(this IServiceCollection services) => services
        .AddDataCategories(Categories)
        .AddRetention(HelpRequestRetention.ApplyAsync)
        .AddPersonalTables(
            new PersonalTable<HelpRequestRow>("HelpRequests", DataKind.Help, person => row => row.PersonId == person,
            [
                new("Id", "which card a click is about", SevenDays, row => row.Id),
                new("PersonId", WhoItIs, SevenDays, row => row.PersonId),
                new("Nonce", Secret, SevenDays, null),
                new("Words", "what they ask, in their own words; colleagues read it without their name", SevenDays, row => row.Words),
                new("Language", "the language they want to talk in", SevenDays, row => row.Language),
                new("Minutes", "how long", SevenDays, row => row.Minutes),
                new("Deadline", "by when", SevenDays, row => row.Deadline),
                new("State", "what became of it, as they are told; one question a person at a time", SevenDays,
                    row => row.State.AsAskerSeesIt()),
                new("CreatedAt", "a draft is kept for a day", SevenDays, row => row.CreatedAt),
                new("SentAt", "when they sent it", SevenDays, row => row.SentAt),
                new("HearsBy", "the moment that was announced to them", SevenDays, row => row.HearsBy),

                new("IsForHost", "whether it goes to the host, because too few people could be asked", SevenDays, row => row.IsForHost),

                // Not exported: with them the moment of a yes would tell when who was asked.
                new("Waves", "when colleagues are asked, by the clock", SevenDays, null),
                new("WavesSent", "how many times colleagues were asked", SevenDays, null),
                new("HelperId", "who helps", SevenDays, null),
                new("MeetingId", "the meeting it led to", SevenDays,
                    row => row.State is HelpRequestState.Arranged or HelpRequestState.Over ? row.MeetingId : null),

                // Not exported: it would tell that one of the few who were asked reported it.
                new("IsReported", "whether it was reported to the host, which happens once; not by whom", SevenDays, null),
                new("Outcome", "whether it helped, as they said", SevenDays, row => row.Outcome),
                new("Thanks", "a sentence of thanks in their own words, delivered once", SevenDays, row => row.Thanks),
                new("EndedAt", "from when the seven days count", SevenDays, row => row.EndedAt),
            ])
            {
                ExpiresAt = row => HelpRequestRetention.GoneAt(row),
                OfOthers = (person => row => row.HelperId == person, row => row.HelperId = null),
            },
            new PersonalTable<HelpOfferRow>("HelpOffers", DataKind.Help, person => row => row.PersonId == person,
            [
                new("Id", "which card a click is about", WithQuestion, row => row.Id),
                new("PersonId", "who was asked; nobody else is told", WithQuestion, row => row.PersonId),
                new("Nonce", Secret, WithQuestion, null),

                // Not exported: two colleagues who compare would learn that both were asked, and who of them first.
                new("RequestId", "which question", WithQuestion, null),
                new("Wave", "in which turn they were asked, by the clock", WithQuestion, null),
                new("Starts", "the moments their card offers; from their calendar", WithQuestion, row => row.Starts),
                new("Ticked", "the moment they ticked", WithQuestion, row => row.Ticked),
                new("State", "what became of it; nobody else sees it", WithQuestion, row => row.State),
                new("AskedAt", "when they were asked", WithQuestion, row => row.AskedAt),
                new("SentAt", "how long they had to answer", WithQuestion, row => row.SentAt),
            ])
            { ExpiresAt = row => row.AskedAt + LongestAhead + RetentionPeriods.HelpRequests },
            new PersonalTable<HelperRow>("Helpers", DataKind.Helpers, person => row => row.PersonId == person,
            [
                new("PersonId", "who wants to be asked for help", WhileThere, row => row.PersonId),
                new("Anything", "whether they may be asked about anything", WhileThere, row => row.Anything),
                new("Topics", "what they like to be asked about, in their own words; nobody else reads it", WhileThere,
                    row => row.Topics),
                new("LastAskedAt", "one question a week at most; whoever was asked least recently comes first", WhileThere,
                    row => row.LastAskedAt),
                new("Silences", "after silence they are asked less often", WhileThere, row => row.Silences),
            ]))
        .AddOtherColumns(
            new("HelpRequests", "the same for everybody in the pool, and how often the row was changed", "PoolId", "Version"),
            new("HelpOffers", "counts changes to the row", "Version"),
            new("Helpers", "counts changes to the row", "Version"));

    private static IReadOnlyList<DataCategory> Categories { get; } =
    [
        new("helpers", [DataSource.Person, DataSource.Service], DataLayer.Help,
            new("waarover je gevraagd wilt worden, in je eigen woorden, en wanneer je voor het laatst een vraag kreeg",
                "what you want to be asked about, in your own words, and when you last got a question"),
            new("vragen van collega's die bij je passen, hooguit één per week; niemand anders leest je onderwerpen",
                "questions from colleagues that suit you, one a week at most; nobody else reads your topics"),
            new("zolang je de app hebt", "while you have the app"))
        {
            Holds = ["Helpers"],
        },
        new("helpRequests", [DataSource.Person], DataLayer.Help,
            new("je vraag aan collega's, in je eigen woorden; daarna of het hielp, en een bedankje als je dat schrijft",
                "your question to colleagues, in your own words; afterwards whether it helped, and your thanks if you write any"),
            new("iemand vinden die helpt. Collega's lezen je vraag zonder je naam; meldt iemand je vraag, of zijn er te weinig mensen "
                + "om te vragen, dan leest de gastheer of gastvrouw die met je naam",
                "to find somebody who helps. Colleagues read your question without your name; if somebody reports it, or too few people "
                    + "can be asked, the host reads it with your name"),
            new($"{Days} dagen na het einde ervan; een concept één dag", $"{Days} days after its end; a draft for a day"))
        {
            Holds = ["HelpRequests"],
        },
        new("helpOffers", [DataSource.Service, DataSource.Person], DataLayer.Help,
            new("dat je om hulp werd gevraagd, de tijden daarbij, en wat je antwoordde; dat je niet hielp, ziet niemand",
                "that you were asked for help, the times that came with it, and what you answered; nobody sees that you did not help"),
            new("je één keer vragen, en weten welke tijd je koos", "to ask you once, and to know which time you chose"),
            new($"{Days} dagen na het einde van de vraag", $"{Days} days after the end of the question"))
        {
            Holds = ["HelpOffers"],
        },
        new("helpCalendar", [DataSource.Calendar], DataLayer.HelpAndCalendar,
            new("vrij of bezet tot het einde van de termijn van een vraag, hooguit twee weken vooruit, en je werktijden; niet tijdens "
                + "je pauze",
                "free or busy until a question's deadline, at most two weeks ahead, and your working hours; not during your pause"),
            new("alleen vragen wie dan vrij is, op tijden die beiden uitkomen; en je vooraf zeggen dat je zelf geen moment vrij hebt",
                "to ask only people who are free then, at times that suit both; and to tell you beforehand that you have no free moment "
                    + "yourself"),
            new("niet bewaard; in het geheugen tijdens het zoeken", "not kept; in memory while looking"))
        {
            Asks =
            [
                new("POST", "users/{id}/calendar/getSchedule", "Application Calendars.Read"),
            ],
            Welcome = new("Staat je agenda aan en vraag je een collega om hulp, of wil je zelf gevraagd worden: vrij of bezet tot het "
                    + "einde van die vraag, hooguit twee weken vooruit.",
                "If your calendar is on and you ask a colleague for help, or want to be asked: free or busy until that question ends, at "
                    + "most two weeks ahead."),
        },
    ];
}
