namespace TeamsConnectBot.Core.Rules.Reading;

/// <summary>What is wrong with a field.</summary>
public enum ProblemKind
{
    /// <summary>The text is not valid JSON.</summary>
    NotJson,

    /// <summary>A text or a name has half of a character: an escape for the first or second half of a pair, without the other.</summary>
    HalfCharacter,

    /// <summary>It was written by a newer version of this program.</summary>
    NewerFormat,

    /// <summary>The field does not exist.</summary>
    UnknownField,

    /// <summary>There are more unknown fields than the list names; the value is how many more.</summary>
    MoreUnknownFields,

    /// <summary>A required field is missing.</summary>
    Missing,

    /// <summary>The value has the wrong type or is out of range.</summary>
    NotAllowed,

    /// <summary>The conditions contradict each other, so the rule selects nobody.</summary>
    SelectsNobody,

    /// <summary>The conditions hold for everybody, so they use personal data without any effect.</summary>
    SelectsEverybody,

    /// <summary>Two rules in a file have the same id.</summary>
    Twice,
}

/// <summary>A problem with a rule: the field, its value, and what is allowed.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Field">The field, such as <c>when.all[0].gapMinutesAtLeast</c>; empty for the whole rule.</param>
/// <param name="Value">Its value; at most 60 characters of it.</param>
/// <param name="Allowed">What is allowed, the same in every language: a range or a list of values.</param>
public sealed record RuleProblem(ProblemKind Kind, string Field, string Value = "", string Allowed = "")
{
    /// <summary>The problem in Dutch (<c>nl</c>) or English, with what to do about it.</summary>
    public string In(string language) => language == "nl" ? Dutch() : English();

    private string Dutch() => Kind switch
    {
        ProblemKind.NotJson => $"Dit is geen JSON ({Value}). Kijk het bestand na, of exporteer het opnieuw.",
        ProblemKind.HalfCharacter => $"{Whole("Het bestand")} bevat een half teken: {Value}. Schrijf die tekst opnieuw.",
        ProblemKind.NewerFormat => $"{Field} is {Value}: gemaakt met een nieuwere versie; hier is {Allowed} het hoogste. "
            + $"Werk dit programma bij, of exporteer het daar als {Allowed}.",
        ProblemKind.UnknownField => $"{Field} bestaat niet. Toegestaan: {Allowed}.",
        ProblemKind.MoreUnknownFields => $"Andere velden{Within(" van ")} die niet bestaan: {Value}.",
        ProblemKind.Missing => $"{Field} ontbreekt. Toegestaan: {Allowed}.",
        ProblemKind.NotAllowed => $"{Field} is {Value}. Toegestaan: {Allowed}.",
        ProblemKind.SelectsNobody => $"{Field} spreekt zichzelf tegen: niemand kan eraan voldoen. Haal een van de voorwaarden weg.",
        ProblemKind.SelectsEverybody => $"{Field} geldt voor iedereen en kiest dus niets. Laat de voorwaarden weg, of verander er een.",
        ProblemKind.Twice => $"{Field} is twee keer {Value}. Geef elke regel een eigen id.",
        _ => throw new InvalidOperationException($"No text for {Kind}."),
    };

    private string English() => Kind switch
    {
        ProblemKind.NotJson => $"This is not valid JSON ({Value}). Check the file, or export it again.",
        ProblemKind.HalfCharacter => $"{Whole("The file")} has half of a character: {Value}. Write that text again.",
        ProblemKind.NewerFormat => $"{Field} is {Value}: made by a newer version; the highest here is {Allowed}. "
            + $"Update this program, or export it there as {Allowed}.",
        ProblemKind.UnknownField => $"{Field} does not exist. Allowed: {Allowed}.",
        ProblemKind.MoreUnknownFields => $"Further fields{Within(" of ")} that do not exist: {Value}.",
        ProblemKind.Missing => $"{Field} is missing. Allowed: {Allowed}.",
        ProblemKind.NotAllowed => $"{Field} is {Value}. Allowed: {Allowed}.",
        ProblemKind.SelectsNobody => $"{Field} contradicts itself: nobody can meet it. Take one of the conditions away.",
        ProblemKind.SelectsEverybody => $"{Field} holds for everybody and so chooses nothing. Leave the conditions out, or change one.",
        ProblemKind.Twice => $"{Field} is {Value} twice. Give each rule an id of its own.",
        _ => throw new InvalidOperationException($"No text for {Kind}."),
    };

    private string Whole(string file) => Field.Length == 0 ? file : Field;

    private string Within(string of) => Field.Length == 0 ? "" : of + Field;
}
