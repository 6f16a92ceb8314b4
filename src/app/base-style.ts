/** The rules of every page: tokens of the theme, typefaces, elements, symbols. */
import 'virtual:theme.css';
import '#fonts/fonts.css';
import './base.css';
import '#ui/symbols.css';
