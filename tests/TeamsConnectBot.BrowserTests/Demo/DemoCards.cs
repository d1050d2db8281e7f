using System.Text.Json.Nodes;

namespace TeamsConnectBot.BrowserTests.Demo;

/// <summary>Cards like those the bot sends, built independently: the page must not depend on how the service builds them.</summary>
internal static class DemoCards
{
    public static string Welcome(bool dutch) => Card(dutch,
        [
            Heading(dutch ? "Koffie met een collega" : "Coffee with a colleague"),
            Text(dutch
                ? "Af en toe krijg je een uitnodiging voor een kwartiertje met een collega. Je doet alleen mee als je dat zelf wilt."
                : "Now and then you get an invitation to a short break with a colleague. You only take part if you want to."),
            Text(dutch
                ? "**Fatima** is er voor vragen: *ik drink zelf thee, dat mag ook.*"
                : "**Fatima** is there for questions: *I drink tea myself, that is fine too.*"),
            Toggle("calendar", dutch
                ? "Zoek vrije momenten in mijn agenda (alleen bezet of vrij)"
                : "Find free moments in my calendar (only free or busy)"),
            Toggle("allowSources", dutch ? "Tel mijn dagen met Copilot mee" : "Let my days with Copilot count"),
            new JsonObject
            {
                ["type"] = "Input.Text", ["id"] = "days", ["isRequired"] = true, ["value"] = dutch ? "ma di do vr" : "Mon Tue Thu Fri",
                ["label"] = dutch ? "Mijn kantoordagen" : "My office days",
                ["errorMessage"] = dutch ? "Noem ten minste één dag." : "Name at least one day.",
            },
        ],
        Execute("join", dutch ? "Meedoen" : "Join", positive: true), Execute("later", dutch ? "Niet nu" : "Not now"));

    public static string Joined(bool dutch) => Card(dutch,
        [Text(dutch ? "Je doet mee. Stoppen kan altijd: typ *stop*." : "You take part. You can always stop: type *stop*.")]);

    public static string Invitation(bool dutch) => Card(dutch,
        [
            Heading(dutch ? "Koffie, 20 minuten" : "Coffee, 20 minutes"),
            Text(dutch ? "In werktijd, in Utrecht. Tik aan wanneer jij kunt." : "In working hours, in Utrecht. Tick when you can."),
            new JsonObject
            {
                ["type"] = "Input.ChoiceSet", ["id"] = "gaps", ["style"] = "expanded", ["isMultiSelect"] = true, ["isRequired"] = true,
                ["label"] = dutch ? "Wanneer kun je?" : "When can you?",
                ["errorMessage"] = dutch ? "Tik ten minste één moment aan." : "Tick at least one moment.",
                ["choices"] = Choices(dutch
                    ? ["wo 12:30–12:50", "do 14:30–14:50", "vr 13:00–13:20"]
                    : ["Wed 12:30–12:50", "Thu 14:30–14:50", "Fri 13:00–13:20"]),
            },
            Text(dutch
                ? "Dinsdag 12:00 hoor je of, en met wie. Het is nooit je leidinggevende. Niet reageren is ook goed, niemand ziet het."
                : "On Tuesday at 12:00 you hear if it is on, and with whom. Never with your manager. "
                + "Not answering is fine: nobody sees it.",
                subtle: true),
        ],
        Execute("yes", dutch ? "Ja, graag" : "Yes, please", positive: true),
        Execute("notThisWeek", dutch ? "Niet deze week" : "Not this week"),
        Execute("broken", dutch ? "Pauze" : "Pause"),
        Execute("invitation.why", dutch ? "Waarom dit?" : "Why this?", withInputs: false));

    public static string MyWeek(bool dutch) => Card(
        dutch, [Text(dutch ? "Je werkte bijna elke dag met AI." : "You worked with AI nearly every day.")],
        Execute("selfReport.aLot", dutch ? "Veel" : "A lot"));

    public static string Why(bool dutch) => Card(
        dutch, [Text(dutch ? "De regel: week met veel AI." : "The rule: a week with much AI.")],
        Execute("invitation.show", dutch ? "Terug" : "Back"));

    public static string Waiting(bool dutch) => Card(
        dutch, [Text(dutch ? "Dank je. Dinsdag 12:00 hoor je meer." : "Thank you. You will hear more on Tuesday at 12:00.")],
        Execute("takeBack", dutch ? "Toch niet" : "Take back"));

    public static string Connection(bool dutch, string other) => Card(dutch,
        [
            Heading(dutch ? "Koffie, donderdag 14:30" : "Coffee, Thursday 14:30"),
            Text(dutch
                ? $"Met **{other}**, bij de koffiehoek op de begane grond, tot 14:50."
                : $"With **{other}**, at the coffee corner on the ground floor, until 14:50."),
            Text(dutch
                ? "Om te beginnen: welk gereedschap zou je niet meer willen missen?"
                : "To begin with: which tool would you not want to do without?", subtle: true),
        ],
        new JsonObject { ["type"] = "Action.OpenUrl", ["title"] = "Chat", ["url"] = "https://teams.example/l/chat/0/0" },
        Execute("cannot", dutch ? "Ik kan toch niet" : "Can’t make it"));

    public static string DidYouMeet(bool dutch) => Card(dutch, [Text(dutch ? "Hebben jullie elkaar gesproken?" : "Did you meet?")],
        Execute("met", dutch ? "Ja" : "Yes", positive: true), Execute("notMet", dutch ? "Niet doorgegaan" : "It did not happen"));

    private static string Card(bool dutch, JsonNode[] body, params JsonNode[] actions) => new JsonObject
    {
        ["type"] = "AdaptiveCard", ["version"] = "1.5", ["lang"] = dutch ? "nl" : "en",
        ["body"] = new JsonArray([.. body]), ["actions"] = new JsonArray([.. actions]),
    }.ToJsonString();

    private static JsonObject Heading(string text) => new()
    {
        ["type"] = "TextBlock", ["text"] = text, ["wrap"] = true, ["size"] = "Large", ["weight"] = "Bolder", ["style"] = "heading",
    };

    private static JsonObject Text(string text, bool subtle = false) =>
        new() { ["type"] = "TextBlock", ["text"] = text, ["wrap"] = true, ["isSubtle"] = subtle };

    private static JsonObject Toggle(string id, string title) =>
        new() { ["type"] = "Input.Toggle", ["id"] = id, ["title"] = title, ["wrap"] = true };

    private static JsonArray Choices(string[] titles) =>
        [.. titles.Select((title, index) => (JsonNode)new JsonObject { ["title"] = title, ["value"] = $"{index}" })];

    private static JsonObject Execute(string verb, string title, bool positive = false, bool withInputs = true) => new()
    {
        ["type"] = "Action.Execute", ["verb"] = verb, ["title"] = title, ["style"] = positive ? "positive" : "default",
        ["data"] = new JsonObject { ["nonce"] = "n1" }, ["associatedInputs"] = withInputs ? "auto" : "none",
        ["fallback"] = new JsonObject { ["type"] = "Action.Submit", ["title"] = title, ["data"] = new JsonObject { ["verb"] = verb } },
    };
}
