using NodaTime.Text;
using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards.Helping;

/// <summary>The form for a question to colleagues. Nothing is sent from here: the next card shows everything first.</summary>
/// <param name="Days">The days that can be chosen, in order.</param>
/// <param name="Problem">What is wrong with the values, and what would be right; null at first.</param>
internal sealed record AskFormCard(CardRef Ref, HelpForm Form, IReadOnlyList<LocalDate> Days, string? Problem = null) : Card
{
    public override string Summary(Texts texts) => texts.Helping.Form.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Helping.Form;
        yield return Parts.Heading(texts.Heading);
        yield return Parts.Line(texts.Idea);
        yield return new InputText
        {
            Id = Inputs.OwnWords, Label = texts.Words.Label, IsRequired = true, ErrorMessage = texts.Words.Error,
            Placeholder = texts.Example, Value = Form.Words.Length == 0 ? null : Form.Words,

            // A client cuts off what is longer than it allows; the person shortens it themselves.
            MaxLength = Math.Max(HelpForm.LongestWords, Form.Words.Length),
        };
        yield return Choice(
            Inputs.HelpMinutes, texts.Minutes, $"{Form.Minutes}",
            HelpForm.Lengths.Select(minutes => new Choice(reader.Texts.Time.Minutes.With(minutes), $"{minutes}")));
        yield return Choice(
            Inputs.HelpDay, texts.Day, Form.Day is { } day ? LocalDatePattern.Iso.Format(day) : "",
            Days.Select(one => new Choice(reader.Moments.Date(one), LocalDatePattern.Iso.Format(one))));
        yield return new InputTime
        {
            Id = Inputs.HelpTime, Label = texts.Time.Label,
            Value = Form.Time is { } time ? PreferencesForm.TimePattern.Format(time) : null,
        };
        yield return Choice(
            Inputs.HelpLanguage, texts.Language, Form.Language,
            reader.Texts.SpokenLanguages.Select(language => new Choice(language.Value, language.Key)));
        if (Problem is not null)
        {
            yield return Parts.Strong(MarkdownText.Escape(Problem));
        }

        yield return Parts.Buttons(Parts.Send(texts.Look, Verbs.HelpPreview, Ref));
    }

    // A value that is not among the choices is left out, so that the person has to choose.
    private static InputChoiceSet Choice(string id, ChoiceTexts texts, string value, IEnumerable<Choice> choices)
    {
        IReadOnlyList<Choice> all = [.. choices];
        return new()
        {
            Id = id, Label = texts.Label, ErrorMessage = texts.Error, IsRequired = true, Style = ChoiceInputStyle.Compact, Choices = all,
            Value = all.Any(choice => choice.Value == value) ? value : null,
        };
    }
}

internal sealed record AskFormTexts(
    string Summary, string Heading, string Idea, ChoiceTexts Words, string Example, ChoiceTexts Minutes, ChoiceTexts Day, ChoiceTexts Time,
    ChoiceTexts Language, string Look);
