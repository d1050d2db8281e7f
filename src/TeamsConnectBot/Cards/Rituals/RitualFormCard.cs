using NodaTime.Text;
using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards.Rituals;

/// <summary>The values of the form.</summary>
/// <param name="Repeat">One of <see cref="RitualFormCard.Repeats"/>.</param>
/// <param name="IsPost">Whether it is a question instead of a meeting, which has no length.</param>
internal sealed record RitualForm(string Name, string Repeat, LocalDate Date, LocalTime At, int Minutes, bool IsPost = false);

/// <summary>Creates or changes a ritual with a form instead of a typed command.</summary>
/// <param name="Problem">What is wrong with the values; null at first.</param>
internal sealed record RitualFormCard(CardRef Ref, RitualForm Form, string? Problem = null) : Card
{
    public const int LongestName = 60;

    public static IReadOnlyList<string> Repeats { get; } = ["once", "daily", "weekdays", "weekly", "biweekly", "monthly"];

    public static IReadOnlyList<int> Lengths { get; } = [10, 15, 20, 25, 30, 45, 60, 90];

    public override string Summary(Texts texts) => texts.Ritual.Form.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Ritual.Form;
        yield return Parts.Heading(texts.Heading);
        if (Problem is not null)
        {
            yield return Parts.Strong(MarkdownText.Escape(Problem));
        }

        yield return new InputText
        {
            Id = Inputs.RitualName, Label = texts.Name.Label, ErrorMessage = texts.Name.Error, IsRequired = true, MaxLength = LongestName,
            Value = Form.Name,
        };
        yield return Choice(
            Inputs.RitualRepeat, texts.Repeat, Form.Repeat, Repeats.Select((repeat, index) => new Choice(texts.Repeats[index], repeat)));
        yield return new InputDate
        {
            Id = Inputs.RitualDate, Label = texts.Date.Label, ErrorMessage = texts.Date.Error, IsRequired = true,
            Value = LocalDatePattern.Iso.Format(Form.Date), Min = LocalDatePattern.Iso.Format(reader.Now.InZone(reader.Zone).Date),
        };
        yield return new InputTime
        {
            Id = Inputs.RitualTime, Label = texts.Time.Label, ErrorMessage = texts.Time.Error, IsRequired = true,
            Value = PreferencesForm.TimePattern.Format(Form.At),
        };
        if (!Form.IsPost)
        {
            yield return Choice(Inputs.RitualMinutes, texts.Minutes, $"{Form.Minutes}", Lengths.Append(Form.Minutes).Distinct().Order()
                .Select(minutes => new Choice(reader.Texts.Time.Minutes.With(minutes), $"{minutes}")));
        }

        yield return Parts.Buttons(Parts.Send(texts.Save, Verbs.RitualForm, Ref), Parts.Button(texts.Discard, Verbs.RitualDiscard, Ref));
    }

    private static InputChoiceSet Choice(string id, ChoiceTexts texts, string value, IEnumerable<Choice> choices) => new()
    {
        Id = id, Label = texts.Label, ErrorMessage = texts.Error, IsRequired = true, Style = ChoiceInputStyle.Compact, Value = value,
        Choices = [.. choices],
    };
}

internal sealed record RitualFormTexts(
    string Summary, string Heading, ChoiceTexts Name, ChoiceTexts Repeat, IReadOnlyList<string> Repeats, ChoiceTexts Date, ChoiceTexts Time,
    ChoiceTexts Minutes, string Save, string Discard, string Passed);
