using System.Text;

namespace NetGen.Tests.Data;

/// <summary>What a CSV file may not hold, and how the refusal names the place.</summary>
public class CsvRefusalTests
{
    [Theory]
    [InlineData("a,b\n1,2\n3,\n", "test.csv, line 3, column 'b': expected a finite number, but the field is empty.")]
    [InlineData("a,b\n1,2\n\n ,4\n", "test.csv, line 4, column 'a': expected a finite number, but the field is empty.")]
    [InlineData("a,b\n1,2\n?,4\n5,x\n", "test.csv, line 3, column 'a': expected a finite number, but got '?'.")]
    [InlineData("a,b\n1,2\n3,NaN\n", "test.csv, line 3, column 'b': expected a finite number, but got 'NaN'.")]
    [InlineData("a,b\n1,2\n3,1e400\n", "test.csv, line 3, column 'b': expected a finite number, but got '1e400'.")]
    [InlineData("a,b\n1,2\n3,\"4,5\"\n", "test.csv, line 3, column 'b': expected a finite number, but got '4,5'.")]
    [InlineData("a,b\n1,2\n3\n", "test.csv, line 3: expected 2 fields, but got 1.")]
    [InlineData("a,b\n1,2\n3,4,5\n", "test.csv, line 3: expected 2 fields, but got 3.")]
    [InlineData("a,b\n1,2,3\n", "test.csv, line 2: expected 2 fields, but got 3.")]
    [InlineData("a,b\n1,\"2\n3,4\n", "test.csv, line 2: a field begins with a quote, but none ends it.")]
    [InlineData("a,b\n1,\"2\"x\n", "test.csv, line 2: expected a separator or the end of the line after a closing quote, but got 'x'.")]
    [InlineData("a,b\n1,2\n3, \"4\"\n", "test.csv, line 3: a field holds a quote, but does not begin with one.")]
    [InlineData("a,b\n1,2\n3\",4\n", "test.csv, line 3: a field holds a quote, but does not begin with one.")]
    [InlineData("a, \"b\"\n1,2\n", "test.csv, line 1: a field holds a quote, but does not begin with one.")]
    [InlineData("a,b\n", "test.csv: expected at least one row after the header, but there is none.")]
    [InlineData("", "test.csv: expected at least one row after the header, but there is none.")]
    public void Data_that_are_no_table_of_numbers(string text, string message) =>
        Should.Throw<InvalidDataException>(() => Csv.ReadValued<double>(TextFile.Of(text), "test.csv", ["b"])).Message.ShouldBe(message);

    [Theory]
    [InlineData("1.5,2,cat\n3,4,dog\n")]
    [InlineData("1,2,0\n3,4,1\n")]
    public void A_first_line_of_numbers_unless_it_is_said_what_it_is(string text)
    {
        Should.Throw<InvalidDataException>(() => Csv.ReadLabeled<float>(TextFile.Of(text), "test.csv", ^1))
            .Message.ShouldStartWith("test.csv, line 1: expected the names of the columns, but all inputs are numbers; set HasHeader");
        Csv.ReadLabeled<float>(TextFile.Of(text), "test.csv", ^1, new() { HasHeader = false }).Count.ShouldBe(2);
        Csv.ReadLabeled<float>(TextFile.Of(text), "test.csv", ^1, new() { HasHeader = true }).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("a;b\n1;2\n", ',', "';'")]
    [InlineData("a\tb\n1\t2\n", ',', "a tab")]
    [InlineData("a,b\n1,2\n", ';', "','")]
    public void A_file_with_another_separator(string text, char separator, string found)
    {
        string expected = $"test.csv: expected fields with '{separator}' between them, but its first line is one field with {found} in it";
        foreach (bool? hasHeader in (bool?[])[null, true, false])
        {
            Should.Throw<InvalidDataException>(() => Csv.ReadValued<double>(TextFile.Of(text), "test.csv", [0], new() { Separator = separator, HasHeader = hasHeader }))
                .Message.ShouldStartWith(expected);
        }
    }

    /// <summary>In Latin-1 the classes differ in one byte; read as UTF-8, both would have the same unknown character.</summary>
    [Fact]
    public void Text_that_is_not_UTF_8()
    {
        byte[] latin = Encoding.Latin1.GetBytes("x,kind\n1,b\u00E9\n2,b\u00E8\n");
        foreach (byte[] mark in (byte[][])[[], [0xEF, 0xBB, 0xBF]])
        {
            using var stream = new MemoryStream([.. mark, .. latin]);
            Should.Throw<InvalidDataException>(() => Csv.ReadLabeled<float>(stream, "test.csv", "kind"))
                .Message.ShouldBe("test.csv: expected text in UTF-8, but the bytes E9 are none; save it as UTF-8.");
        }
    }

    [Fact]
    public void A_name_that_says_gzip_and_content_that_does_not()
    {
        string expected = "test.csv.gz: expected a gzip file, as its name says, but it is not one, or damaged";
        Should.Throw<InvalidDataException>(() => Csv.ReadLabeled<float>(TextFile.Of("x,kind\n1,a\n"), "test.csv.gz", "kind")).Message.ShouldStartWith(expected);
        byte[] packed = TextFile.Pack(Encoding.UTF8.GetBytes("x,kind\n1,a\n2,b\n"));
        packed[^8] ^= 1; // of the checksum
        using var damaged = new MemoryStream(packed);
        Should.Throw<InvalidDataException>(() => Csv.ReadLabeled<float>(damaged, "test.csv.gz", "kind")).Message.ShouldStartWith(expected);
    }

    [Fact]
    public void A_label_that_is_missing() =>
        Should.Throw<InvalidDataException>(() => Csv.ReadLabeled<float>(TextFile.Of("1,a\n2,\n"), "test.csv", 1, new() { HasHeader = false }))
            .Message.ShouldBe("test.csv, line 2, column 1 (from 0): expected a name, but the field is empty.");

    [Theory]
    [InlineData("1, \"cat\"")]
    [InlineData("1,cat\"")]
    [InlineData("1,5\" pipe")]
    public void A_name_with_a_quote_in_a_field_without_quotes(string row) =>
        Should.Throw<InvalidDataException>(() => Csv.ReadLabeled<float>(TextFile.Of($"0,\"a\nb\"\n{row}\n"), "test.csv", 1, new() { HasHeader = false }))
            .Message.ShouldBe("test.csv, line 3: a field holds a quote, but does not begin with one.");

    [Fact]
    public void A_number_too_large_for_the_element_type() =>
        Should.Throw<InvalidDataException>(() => Csv.ReadLabeled<float>(TextFile.Of("x,y\n1e39,0\n"), "test.csv", "y")).Message.ShouldContain("1e39");

    [Fact]
    public void Columns_that_are_not_there()
    {
        Refusal(["c"]).ShouldBe("test.csv has no column 'c'; it has a, b, b.");
        Refusal(["B"]).ShouldContain("no column 'B'");
        Refusal([3]).ShouldBe("test.csv has 3 columns, but none at 3.");
        Refusal([^4]).ShouldBe("test.csv has 3 columns, but none at ^4.");
        Refusal(["b"]).ShouldBe("test.csv has 2 columns 'b': name it by its place, 1 or 2.");
        Refusal(["a"], new() { HasHeader = false }).ShouldContain("without a header");
    }

    [Fact]
    public void Columns_that_are_two_things()
    {
        Refusal([0, ^3]).ShouldContain("column 'a' of test.csv is named twice");
        Refusal([0], new() { Inputs = [0, 1] }).ShouldContain("named twice");
        Refusal([0], new() { Inputs = [1], Categories = [2] }).ShouldContain("is a category, but no input");
        Refusal([0, 1, 2]).ShouldContain("at least one input and one target");
        Refusal([]).ShouldContain("at least one input and one target");
    }

    [Fact]
    public void Inputs_of_another_file_that_are_not_there()
    {
        Refusal([1], new() { InputNames = ["a", "c"] }).ShouldBe("test.csv has no column for the input 'c' of InputNames; it has a, b.");
        Refusal([1], new() { InputNames = ["a=1", "a=2", "c"], Categories = ["a"] }).ShouldBe("test.csv has no column for the input 'c' of InputNames; it has a with its categories, b.");
        Refusal([1], new() { InputNames = ["a=1"] }).ShouldContain("no column for the input 'a=1'");
        Refusal([1], new() { InputNames = ["a"], Inputs = [0, 2] }).ShouldBe("column 'b' of test.csv is among Inputs, but not in InputNames.");
        Refusal([1], new() { InputNames = ["b"], Categories = ["a"] }).ShouldContain("is a category, but no input");
    }

    [Fact]
    public void Separators_that_mean_something_else()
    {
        Refusal([0], new() { Separator = '"' }).ShouldContain("separator");
        Refusal([0], new() { Separator = '\n' }).ShouldContain("separator");
    }

    [Fact]
    public void Arguments_are_called_what_the_caller_calls_them()
    {
        Should.Throw<ArgumentNullException>(() => Csv.ReadValued<double>("none.csv", null!)).ParamName.ShouldBe("targets");
        Should.Throw<ArgumentNullException>(() => Csv.ReadValued<double>(null!, ["b"])).ParamName.ShouldBe("path");
        Should.Throw<ArgumentNullException>(() => Csv.ReadValued<double>(TextFile.Of(""), "test.csv", null!)).ParamName.ShouldBe("targets");
        Should.Throw<ArgumentNullException>(() => Csv.ReadValued<double>(TextFile.Of(""), null!, ["b"])).ParamName.ShouldBe("name");
        Should.Throw<ArgumentNullException>(() => Csv.ReadValued<double>(null!, "test.csv.gz", ["b"])).ParamName.ShouldBe("stream");
        Should.Throw<ArgumentNullException>(() => Csv.ReadLabeled<double>(TextFile.Of(""), null!, "b")).ParamName.ShouldBe("name");
        Should.Throw<ArgumentOutOfRangeException>(() => Csv.ReadValued<double>(TextFile.Of(""), "test.csv", ["b"], new() { SkippedLines = -2 })).ParamName.ShouldBe("SkippedLines");
    }

    [Fact]
    public void One_column_and_no_class_names()
    {
        Should.Throw<ArgumentException>(() => Csv.ReadValued<double>(TextFile.Of("a\n1\n"), "test.csv", ["a"])).Message
            .ShouldBe("Expected at least one input and one target in the 1 column of test.csv, but got 0 and 1; CsvOptions.Separator says what stands between fields.");
        Should.Throw<ArgumentException>(() => Csv.ReadValued<double>(TextFile.Of("a\n1\n"), "test.csv", [1])).Message
            .ShouldBe("test.csv has 1 column, but none at 1.");
        Should.Throw<InvalidDataException>(() => Csv.ReadLabeled<double>(TextFile.Of("a,b\n1,x\n"), "test.csv", "b", new() { ClassNames = [] })).Message
            .ShouldBe("test.csv, line 2, column 'b': expected one of no names, as the options give none, but got 'x'.");
    }

    private static string Refusal(IReadOnlyList<CsvColumn> targets, CsvOptions? options = null) =>
        Should.Throw<ArgumentException>(() => Csv.ReadValued<double>(TextFile.Of("a,b,b\n1,2,3\n"), "test.csv", targets, options)).Message;
}
