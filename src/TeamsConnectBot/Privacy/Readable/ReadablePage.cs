using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.PersonalData;

namespace TeamsConnectBot.Privacy.Readable;

/// <summary>
/// A page with everything that is kept about one person, in sentences: what it is, what for, where it is from, since when and until when.
/// It is made from the register, so that a new column is on it at once.
/// </summary>
/// <param name="tables">What each table holds.</param>
/// <param name="categories">What it is for, where it is from and how long it is kept.</param>
/// <param name="topics">The list that people choose topics from now.</param>
internal sealed class ReadablePage(
    IReadOnlyList<PersonalTable> tables, IReadOnlyList<DataCategory> categories, Func<IReadOnlyList<ListedTopic>> topics)
{
    // Nothing on the page can load or run anything, whatever is in the data.
    private const string Start = """
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="robots" content="noindex">
        <style>
        :root { color-scheme: light dark; --line: #8886; --soft: #8882; }
        body { font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; overflow-wrap: anywhere; }
        h1 { font-size: 1.6rem; line-height: 1.25; } h2 { font-size: 1.25rem; margin: 2.5rem 0 .5rem; }
        h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
        section > p { margin: .25rem 0; }
        dl { display: grid; grid-template-columns: minmax(8rem, 2fr) 3fr; margin: .5rem 0; border-top: 1px solid var(--line); }
        dt, dd { margin: 0; padding: .35rem .5rem .35rem 0; border-bottom: 1px solid var(--line); }
        dt { opacity: .85; } dd dl { margin: 0; border: 0; } dd ul { margin: 0; padding-left: 1.1rem; }
        small { display: block; opacity: .8; }
        .note { background: var(--soft); padding: .75rem 1rem; border-radius: .4rem; }
        @media (max-width: 30rem) { dl { display: block; } dt { border: 0; padding-bottom: 0; font-weight: 600; } }
        @media print { section { break-inside: auto; } h2, h3 { break-after: avoid; } }
        </style>

        """;

    /// <param name="reader">The person, in their language and zone.</param>
    /// <param name="name">Their name.</param>
    /// <param name="found">What each table holds about them.</param>
    public string Write(Reader reader, string name, IReadOnlyList<PersonalRows> found)
    {
        var texts = ReadableTexts.All[reader.Texts.Language];
        var page = new HtmlPage();
        var values = new ReadableValue(page, reader, texts, topics());
        page.Raw($"<!DOCTYPE html>\n<html lang=\"{reader.Texts.Language}\">\n<head>\n").Raw(Start).Element("title", texts.Title)
            .Raw("</head>\n<body>\n<main>\n").Element("h1", texts.Title);
        page.Raw("<p>");
        WithName(page, texts.For, name);
        page.Text(" ").Text(texts.MadeAt.With(("zone", reader.Zone.Id))).Text(" ");
        values.Write(reader.Now);
        page.Raw(".</p>\n");
        page.Raw("<p class=\"note\">").Text(texts.Intro).Raw("</p>\n");
        var sections = SectionsOf(found, texts, reader.Texts.Language);
        if (sections.Count == 0)
        {
            page.Element("p", texts.Nothing);
        }

        var numbers = new HashSet<object>();
        foreach (var section in sections)
        {
            Write(page, section, reader, texts, values, numbers);
        }

        page.Raw("<section>\n").Element("h2", texts.NotShownHeading).Raw("<ul>\n");
        foreach (var line in texts.NotShown)
        {
            page.Element("li", line);
        }

        return page.Raw("</ul>\n</section>\n</main>\n</body>\n</html>\n").ToString();
    }

    private static void WithName(HtmlPage page, Template text, string name)
    {
        var around = text.Text.Split("{name}");
        page.Text(around[0]).Own(name).Text(around[^1]);
    }

    private static void Write(
        HtmlPage page, Section section, Reader reader, ReadableTexts texts, ReadableValue values, HashSet<object> numbers)
    {
        var language = reader.Texts.Language;
        page.Raw("<section>\n").Element("h2", section.Heading);
        foreach (var category in section.Categories)
        {
            page.Element("p", Sentence(category.What.In(language)))
                .Element("p", $"{texts.WhatFor} {category.Purpose.In(language)}.")
                .Element("p", $"{texts.From} {Joined(category.From.Select(source => DataCategoryWords.Of(source).In(language)))}.")
                .Element("p", $"{texts.HowLong} {category.Kept.In(language)}.");
        }

        if (section.Since(reader.Now) is { } since)
        {
            page.Raw("<p>").Text(texts.Since).Text(" ");
            values.Write(since);
            page.Raw(".</p>\n");
        }

        foreach (var table in section.Tables)
        {
            for (var row = 0; row < table.Rows.Count; row++)
            {
                if (table.Rows.Count > 1)
                {
                    page.Element("h3", texts.Entry.With(("number", $"{row + 1}"), ("count", $"{table.Rows.Count}")));
                }

                Write(page, table, table.Rows[row], texts, values, numbers);
            }
        }

        page.Raw("</section>\n");
    }

    private static void Write(
        HtmlPage page, Shown table, IReadOnlyDictionary<string, object?> row, ReadableTexts texts, ReadableValue values,
        HashSet<object> numbers)
    {
        var usual = table.Columns.CountBy(column => column.Kept).MaxBy(kept => kept.Value).Key;
        page.Raw("<dl>\n");
        foreach (var column in table.Columns)
        {
            // Every row has its person's number, which says nothing new after the first.
            if (column.Name == "PersonId" && table.Columns.Count > 1 && row[column.Name] is { } number && !numbers.Add(number))
            {
                continue;
            }

            page.Raw("<dt>").Text(texts.Columns.GetValueOrDefault($"{table.Name}.{column.Name}") ?? ReadableValue.InWords(column.Name))
                .Raw("</dt><dd>");
            values.Write(row[column.Name]);
            if (column.Kept != usual)
            {
                page.Raw("<small>").Text($"{texts.Only} {texts.Retention.GetValueOrDefault(column.Kept) ?? column.Kept}").Raw("</small>");
            }

            page.Raw("</dd>\n");
        }

        page.Raw("</dl>\n");
    }

    // One section a category, with the exported columns that belong to it. A column of several categories is shown with the first of them.
    private List<Section> SectionsOf(IReadOnlyList<PersonalRows> found, ReadableTexts texts, string language)
    {
        var columns = tables.ToDictionary(table => table.Name, table => table.Columns);
        var shown =
            from table in found
            where table.Rows.Count > 0
            from column in columns[table.Table].Where(column => column.IsExported)
            let held = HoldersOf(table.Table, column.Name)
            group column by (table, Category: held.FirstOrDefault(), All: string.Join(' ', held.Select(category => category.Key))) into one
            select (one.Key.Category, one.Key.All, Shown: new Shown(one.Key.table.Table, [.. one], one.Key.table.Rows));
        return
        [
            .. shown.GroupBy(each => each.Category?.Key ?? "").OrderBy(section => PositionOf(section.Key)).Select(section => new Section(
                section.Key.Length == 0 ? texts.Other
                    : texts.Headings.GetValueOrDefault(section.Key) ?? Sentence(section.First().Category!.What.In(language)),
                [.. categories.Where(category => section.Any(each => each.All.Split(' ').Contains(category.Key)))],
                [.. section.Select(each => each.Shown)])),
        ];
    }

    private List<DataCategory> HoldersOf(string table, string column)
    {
        var exact = categories.Where(category => category.Holds.Contains($"{table}.{column}")).ToList();
        return exact.Count > 0 ? exact : [.. categories.Where(category => category.Holds.Contains(table))];
    }

    private int PositionOf(string key) => categories.TakeWhile(category => category.Key != key).Count();

    private static string Sentence(string text) => text.Length == 0 ? "" : $"{char.ToUpperInvariant(text[0])}{text[1..]}.";

    private static string Joined(IEnumerable<string> words) => string.Join(", ", words);

    private sealed record Shown(
        string Name, IReadOnlyList<PersonalColumn> Columns, IReadOnlyList<IReadOnlyDictionary<string, object?>> Rows);

    private sealed record Section(string Heading, IReadOnlyList<DataCategory> Categories, IReadOnlyList<Shown> Tables)
    {
        public Instant? Since(Instant now) => Earliest.Of(
            Tables.SelectMany(table => table.Rows.SelectMany(row => table.Columns.Select(column => row[column.Name]))), now);
    }
}
