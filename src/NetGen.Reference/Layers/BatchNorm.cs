namespace NetGen.Reference;

/// <summary>
/// <c>y = (x − mean) / sqrt(variance + epsilon) · weight + bias</c>, feature by feature: mean and variance of the batch in training,
/// the running ones in prediction.
/// </summary>
internal sealed class BatchNorm(Tensor weight, Tensor bias, Tensor runningMean, Tensor runningVariance, double momentum, double epsilon) : Layer
{
    public override Tensor Forward(Tape tape, params Tensor[] inputs)
    {
        var x = inputs[0];
        var y = new Tensor(x.Shape);
        int features = x.Columns;
        int samples = x.Length / features;
        if (tape.Pass.IsTraining && samples < 2)
        {
            throw new ArgumentException($"BatchNorm needs the variance of at least 2 samples for training, but got {samples}.");
        }

        for (int feature = 0; feature < features; feature++)
        {
            int[] places = [.. Enumerable.Range(0, samples).Select(sample => sample * features + feature)];
            if (tape.Pass.IsTraining)
            {
                Train(tape, x, y, feature, places);
            }
            else
            {
                double deviation = Math.Sqrt(runningVariance.Data[feature] + epsilon);
                foreach (int i in places)
                {
                    y.Data[i] = (x.Data[i] - runningMean.Data[feature]) / deviation * weight.Data[feature] + bias.Data[feature];
                }
            }
        }

        return y;
    }

    private void Train(Tape tape, Tensor x, Tensor y, int feature, int[] places)
    {
        double mean = places.Average(i => x.Data[i]);
        double variance = places.Average(i => (x.Data[i] - mean) * (x.Data[i] - mean));
        double deviation = Math.Sqrt(variance + epsilon);
        foreach (int i in places)
        {
            y.Data[i] = (x.Data[i] - mean) / deviation * weight.Data[feature] + bias.Data[feature];
        }

        double[] normalized = [.. places.Select(i => (x.Data[i] - mean) / deviation)];
        tape.Record(() =>
        {
            AddAdjoints(x, y, feature, places, normalized, deviation);

            // Here, so that a loss that is only looked at leaves the statistics alone.
            double unbiased = variance * places.Length / (places.Length - 1);
            runningMean.Data[feature] = (1 - momentum) * runningMean.Data[feature] + momentum * mean;
            runningVariance.Data[feature] = (1 - momentum) * runningVariance.Data[feature] + momentum * unbiased;
        });
    }

    /// <summary>With z for the normalized x: <c>dx = weight / deviation · (dy − mean(dy) − z · mean(dy · z))</c>.</summary>
    private void AddAdjoints(Tensor x, Tensor y, int feature, int[] places, double[] normalized, double deviation)
    {
        double[] dy = [.. places.Select(i => y.Gradient[i])];
        double[] product = [.. dy.Zip(normalized, (a, b) => a * b)];
        double meanDy = dy.Average();
        double meanProduct = product.Average();
        weight.Gradient[feature] += product.Sum();
        bias.Gradient[feature] += dy.Sum();
        for (int k = 0; k < places.Length; k++)
        {
            x.Gradient[places[k]] += weight.Data[feature] / deviation * (dy[k] - meanDy - normalized[k] * meanProduct);
        }
    }
}
