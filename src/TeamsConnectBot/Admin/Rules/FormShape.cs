using System.Globalization;

namespace TeamsConnectBot.Admin.Rules;

/// <summary>Changes the rows of a rule's form by a click, without a script: nothing is stored, and nothing typed is lost.</summary>
internal static class FormShape
{
    /// <summary>How deep groups may be put into groups by a click; a rule allows a little more, for what is imported.</summary>
    public const int DeepestGroup = 4;

    /// <summary>Gives each list exactly one empty row, at its end, for the next condition.</summary>
    public static void Tidy(List<ConditionRow> rows)
    {
        rows.RemoveAll(row => row.IsBlank);
        rows.Add(new ConditionRow());
        foreach (var group in rows.Where(row => row.IsGroup))
        {
            Tidy(group.Items);
        }
    }

    /// <summary>Takes a row away, with everything in it.</summary>
    public static void Remove(List<ConditionRow> rows, string id)
    {
        if (Find(rows, id) is (var list, var index))
        {
            list.RemoveAt(index);
        }
    }

    /// <summary>Puts a row into a group of its own, to which others can be added.</summary>
    /// <param name="rows">The rows of the form.</param>
    /// <param name="id">The row.</param>
    /// <param name="match">How the list around it is read; the group is read the other way, or it would change nothing.</param>
    public static void Nest(List<ConditionRow> rows, string id, string match)
    {
        if (Find(rows, id) is (var list, var index))
        {
            var around = id.LastIndexOf('-') is > 0 and var end && Find(rows, id[..end]) is (var outer, var at) ? outer[at].Key : match;
            var key = around == ConditionRows.Any ? ConditionRows.All : ConditionRows.Any;
            list[index] = new ConditionRow { Key = key, Items = [list[index]] };
        }
    }

    /// <summary>Turns names typed beside the list of departments into chosen ones, spelled as in the directory.</summary>
    public static void Choose(IEnumerable<ConditionRow> rows, Departments departments)
    {
        foreach (var row in rows)
        {
            Choose(row.Items, departments);
            if (row.Key == ConditionRows.Departments)
            {
                // A department's own name may have a comma.
                string[] typed = departments.Find(row.Value.Trim()) is { } whole ? [whole] : ConditionRows.NamesIn(row.Value);
                row.Names =
                [
                    .. row.Names.Where(name => !string.IsNullOrWhiteSpace(name))
                        .Concat(typed.Select(name => departments.Find(name) ?? name))
                        .Distinct(StringComparer.OrdinalIgnoreCase),
                ];
                row.Value = typed.Length > 0 ? "" : row.Value;
            }
        }
    }

    private static (List<ConditionRow> List, int Index)? Find(List<ConditionRow> rows, string id)
    {
        var list = rows;
        var places = id.Split('-');
        for (var step = 0; ; step++)
        {
            if (!int.TryParse(places[step], NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= list.Count)
            {
                return null;
            }

            if (step == places.Length - 1)
            {
                return (list, index);
            }

            list = list[index].Items;
        }
    }
}
