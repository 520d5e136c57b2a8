using NetGen.Tests.Data;

namespace NetGen.Tests.Training;

public class DatasetCheckTests
{
    private static readonly Dataset<double> Good = Samples.Clouds(10);

    [Fact]
    public void Datasets_that_do_not_fit_are_refused_with_both_sides()
    {
        ShouldBeRefused("CrossEntropy", Dataset.Labeled(new double[30], new int[10]), "takes 2 inputs [2]", "has 3: 30 elements for 10 samples");
        ShouldBeRefused("CrossEntropy", Good[..0], "at least one sample");
        ShouldBeRefused("CrossEntropy", Samples.Sides(10), "CrossEntropy takes a label", "Dataset.Labeled");
        ShouldBeRefused("CrossEntropy", Dataset.Labeled(new double[4], [2, 3]), "3 classes, labels 0 to 2", "label of sample 1 is 3");
        ShouldBeRefused("CrossEntropy", Dataset.Labeled(new double[4], [-1, 2]), "label of sample 0 is -1");
        ShouldBeRefused("MeanSquaredError", Good, "MeanSquaredError takes 3 target values", "Dataset.Valued", "ToOneHot");
        ShouldBeRefused("MeanSquaredError", Samples.Plane(10), "has 3 outputs [3]", "a sample has 1 target.");
        ShouldBeRefused("BinaryCrossEntropy", Dataset.Valued(new double[4], [0, 1, 0.5, 1, 7, 0], 2), "targets from 0 to 1", "target 1 of sample 1 is 7");
        ShouldBeRefused("BinaryCrossEntropy", Dataset.Valued(new double[2], [double.NaN, 1, 0.5], 2), "target 0 of sample 0 is NaN");
        ShouldBeRefused("MeanSquaredError", Dataset.Valued(new double[4], [0, 1, 0, 0, double.NegativeInfinity, 0], 2), "targets must be finite", "target 1 of sample 1 is -Infinity");
        ShouldBeRefused("CrossEntropy", Dataset.Labeled([0, 1, 2, double.NaN], [0, 1]), "inputs must be finite", "input 1 of sample 1 is NaN");
    }

    [Fact]
    public void A_validation_set_of_another_element_type_is_refused()
    {
        var floats = Dataset.Labeled(new float[4], [0, 1]);
        var problem = Should.Throw<ArgumentException>(() =>
            TrainingLoop.Fit(new LinearModel(2, 3, "CrossEntropy"), Good, new FitOptions { Validation = floats }));
        problem.Message.ShouldContain("Double");
        problem.Message.ShouldContain("Single");
        problem.ParamName.ShouldBe("Validation");
    }

    [Theory]
    [InlineData("x,y,kind\n1,2,cat\n3,4,dog\n", "label 0 is 'ant' in 'train', but 'cat' here; read the second file with the ClassNames of the first")]
    [InlineData("x,y,kind\n1,2,ant\n3,4,dog\n", "label 1 is 'cat' in 'train', but 'dog' here")]
    [InlineData("y,x,kind\n1,2,ant\n3,4,cat\n", "its inputs are y, x, but x, y in 'train'")]
    public void A_validation_set_whose_names_say_that_it_means_something_else_is_refused(string validation, string message) =>
        Should.Throw<ArgumentException>(() => FitAnimals(validation)).Message.ShouldContain(message);

    [Theory]
    [InlineData("x,y,kind\n1,2,ant\n3,4,cat\n")]
    [InlineData("width,height,kind\n1,2,ant\n3,4,cat\n")]
    public void A_validation_set_of_fewer_classes_or_of_renamed_columns_is_taken(string validation) =>
        FitAnimals(validation).Epochs.Count.ShouldBe(1);

    [Theory]
    [InlineData("x", "y", "z", "w,x,y")]
    [InlineData("x", "y", "z", "x,y,w")]
    [InlineData("x", "x", "y", "w,y,y")]
    public void A_validation_set_whose_categories_mean_something_else_is_refused(string first, string second, string third, string others)
    {
        string[] validation = others.Split(',');
        var options = new CsvOptions { Categories = ["city"] };
        Dataset<double> Read(string[] cities) => Csv.ReadValued<double>(
            TextFile.Of("size,city,price\n" + string.Concat(cities.Select(city => $"1,{city},2\n"))), "test.csv", ["price"], options);
        var train = Read([first, second, third]);
        var problem = Should.Throw<ArgumentException>(() =>
            new LinearModel(train.InputSize, 1, "MeanSquaredError").Fit(train, new FitOptions { Epochs = 1, Validation = Read(validation) }));
        problem.Message.ShouldContain("; read the second file with the InputNames of the first.");
        options = options with { InputNames = train.InputNames };
        Should.Throw<InvalidDataException>(() => Read(validation)).Message.ShouldEndWith("but got 'w'.");
        new LinearModel(train.InputSize, 1, "MeanSquaredError").Fit(train, new FitOptions { Epochs = 1, Validation = Read([second]) }).Epochs.Count.ShouldBe(1);
    }

    [Fact]
    public void A_validation_set_whose_targets_stand_in_another_order_is_refused()
    {
        Dataset<double> Read(params CsvColumn[] targets) => Csv.ReadValued<double>(TextFile.Of("x,a,b\n1,2,3\n4,5,6\n"), "test.csv", targets);
        Should.Throw<ArgumentException>(() => new LinearModel(1, 2, "MeanSquaredError").Fit(Read("a", "b"), new FitOptions { Epochs = 1, Validation = Read("b", "a") }))
            .Message.ShouldContain("its targets are b, a, but a, b in 'train'");
    }

    [Fact]
    public void Nothing_is_no_dataset()
    {
        var model = new LinearModel(2, 3, "CrossEntropy");

        Should.Throw<ArgumentNullException>(() => model.Fit(null!)).ParamName.ShouldBe("train");
        Should.Throw<ArgumentNullException>(() => model.Evaluate(null!)).ParamName.ShouldBe("data");
    }

    private static FitHistory FitAnimals(string validation) => new LinearModel(2, 3, "CrossEntropy").Fit(
        ReadAnimals("x,y,kind\n1,2,dog\n3,4,cat\n5,6,ant\n"),
        new FitOptions { Epochs = 1, Validation = ReadAnimals(validation) });

    private static Dataset<double> ReadAnimals(string text) => Csv.ReadLabeled<double>(TextFile.Of(text), "test.csv", "kind");

    private static void ShouldBeRefused(string loss, Dataset<double> data, params string[] parts)
    {
        var model = new LinearModel(2, 3, loss);
        double[] before = model.Parameters.ToArray("dense1.weight");
        var good = loss == "CrossEntropy" ? Good : Samples.Sides(10);
        (Action, string)[] uses =
        [
            (() => TrainingLoop.Fit(model, data), "train"),
            (() => TrainingLoop.Fit(model, good, new FitOptions { Validation = data }), "Validation"),
            (() => TrainingLoop.Evaluate(model, data), "data"),
        ];
        foreach (var (use, name) in uses)
        {
            var problem = Should.Throw<ArgumentException>(use);
            problem.ParamName.ShouldBe(name);
            foreach (string part in parts)
            {
                problem.Message.ShouldContain(part);
            }
        }

        model.Parameters.ToArray("dense1.weight").ShouldBe(before);
    }
}
