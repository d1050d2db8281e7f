namespace TeamsConnectBot.Cards.Building;

/// <summary>The inputs that the welcome and the preferences share.</summary>
internal static class PreferencesInputs
{
    /// <summary>The layers of consent, each separate and with what it changes.</summary>
    public static IEnumerable<CardElement> Layers(PreferencesForm now, PreferencesTexts texts) =>
    [
        Toggle(Inputs.AllowGaps, texts.Gaps, now.AllowGaps),
        Toggle(Inputs.AllowAiUse, texts.AiUse, now.AllowAiUse),
        .. now.AllowSources is { } sources ? [Toggle(Inputs.AllowSources, texts.Sources, sources)] : Array.Empty<CardElement>(),
    ];

    /// <summary>Languages, days, hours, places. All have a sensible default, so that nobody has to open them.</summary>
    /// <param name="now">The current values.</param>
    /// <param name="all">The reader's texts.</param>
    /// <param name="isRequired">False where they can be hidden: clients validate hidden inputs too but show no error, so that every
    /// button of the card would seem dead.</param>
    public static IEnumerable<CardElement> Practical(PreferencesForm now, Texts all, bool isRequired)
    {
        var texts = all.Preferences;
        yield return Many(Inputs.Languages, texts.Languages, now.Languages,
            all.SpokenLanguages.Select(language => new Choice(language.Value, language.Key))) with { IsRequired = isRequired };
        yield return Many(Inputs.Places, texts.Places, Places(now),
        [
            new Choice(texts.InPerson, PreferencesForm.InPersonValue),
            new Choice(texts.Online, PreferencesForm.OnlineValue),
        ]) with { IsRequired = isRequired };
        yield return Many(Inputs.Days, texts.Days, now.Days.Select(Value), WeekdayChoices(all)) with { IsRequired = isRequired };
        yield return new ColumnSet
        {
            Columns =
            [
                new Column { Width = "stretch", Items = [Time(Inputs.From, texts.From, now.From) with { IsRequired = isRequired }] },
                new Column { Width = "stretch", Items = [Time(Inputs.Until, texts.Until, now.Until) with { IsRequired = isRequired }] },
            ],
        };
        // A screen reader reads the question with the first choice only, so each choice must make sense on its own.
        yield return Many(Inputs.OfficeDays, texts.OfficeDays, now.OfficeDays.Select(Value), OfficeDayChoices(all), isOptional: true);
    }

    /// <summary>
    /// The hours in words. When they end before they begin they are called a night shift, in case they were swapped by mistake.
    /// </summary>
    public static string Hours(PreferencesForm now, Texts texts) => (now.Until < now.From ? texts.Time.Night : texts.Time.Short).With(
        ("day", string.Join(", ", now.Days.Order().Select(day => texts.Time.WeekdaysShort[(int)day - 1]))),
        ("from", PreferencesForm.TimePattern.Format(now.From)), ("to", PreferencesForm.TimePattern.Format(now.Until)));

    private static InputToggle Toggle(string id, LayerTexts texts, bool value) =>
        new() { Id = id, Label = texts.Label, Title = texts.Title, Value = value ? "true" : "false" };

    public static InputChoiceSet Many(
        string id, ChoiceTexts texts, IEnumerable<string> values, IEnumerable<Choice> choices, bool isOptional = false) => new()
    {
        Id = id, Label = texts.Label, ErrorMessage = isOptional ? null : texts.Error, IsRequired = !isOptional, IsMultiSelect = true,
        Style = ChoiceInputStyle.Expanded, Choices = [.. choices], Value = string.Join(',', values),
    };

    private static InputTime Time(string id, ChoiceTexts texts, LocalTime value) => new()
    {
        Id = id, Label = texts.Label, ErrorMessage = texts.Error, IsRequired = true, Value = PreferencesForm.TimePattern.Format(value),
    };

    private static IEnumerable<Choice> WeekdayChoices(Texts texts) =>
        Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None)
            .Select(day => new Choice(texts.Time.Weekdays[(int)day - 1], Value(day)));

    private static IEnumerable<Choice> OfficeDayChoices(Texts texts) =>
        WeekdayChoices(texts).Select(choice => choice with { Title = texts.Preferences.AtTheOffice.With(("day", choice.Title)) });

    private static IEnumerable<string> Places(PreferencesForm now)
    {
        if (now.InPerson)
        {
            yield return PreferencesForm.InPersonValue;
        }

        if (now.Online)
        {
            yield return PreferencesForm.OnlineValue;
        }
    }

    private static string Value(IsoDayOfWeek day) => $"{(int)day}";
}

/// <summary>One layer of consent: its name and the sentence that says what it changes.</summary>
internal sealed record LayerTexts(string Label, string Title);

internal sealed record PreferencesTexts(
    string Summary, string Heading, string Saved, string NothingCame, string SameTimes, Template NightSaved, Template AtTheOffice,
    LayerTexts Gaps, LayerTexts AiUse, LayerTexts Sources, ChoiceTexts Languages, ChoiceTexts Places, string InPerson, string Online,
    ChoiceTexts Days, ChoiceTexts From, ChoiceTexts Until, ChoiceTexts OfficeDays, string Save, string MyData, string NotWith,
    string Leave);
