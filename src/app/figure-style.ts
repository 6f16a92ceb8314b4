/** The style sheets of figures and compositions; the article's text does not need them. */
import './figure.css';
import './compositions.css';
